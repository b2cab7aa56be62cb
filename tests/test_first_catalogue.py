"""The first catalogue says what the learning path says: its facts, as a person reads them there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from curator import catalogue_files
from curator.catalogue import Catalogue, Entry, Section

FOLDER = Path(__file__).parents[1] / "catalogue"

HEADINGS = """
0x00 学习路径
0x10 入门篇
0x20 应用篇
0x30 深入篇
> 0x31 大模型技术基础方向
> 0x32 大模型技术原理方向
> 0x33 大模型训练微调方向
> 0x34 大模型数据工程方向
> 0x35 大模型推理优化方向
> 0x36 大模型应用方向
"""

# Section | ! for a must-read, + for a resource | kind | language | title, below its parent's | URL
ROWS = """
0x10 |   | course     | en | ChatGPT Prompt Engineering for Developers | https://learn.deeplearning.ai/chatgpt-prompt-eng/lesson/1/introduction
0x10 | + | repository | zh | ChatGPT Prompt Engineering for Developers > 中英双语字幕 | https://github.com/GitHubDaily/ChatGPT-Prompt-Engineering-for-Developers-in-Chinese
0x10 | ! | docs       | en | OpenAI Quickstart | https://platform.openai.com/docs/quickstart
0x10 | + | docs       | en | OpenAI Quickstart > API Reference | https://platform.openai.com/docs/api-reference
0x10 | ! | video      | en | State of GPT | -
0x10 | + | video      | en | State of GPT > 视频 | https://www.youtube.com/watch?v=bZQun8Y4L2A
0x10 | + | slides     | en | State of GPT > PPT | https://karpathy.ai/stateofgpt.pdf
0x20 |   | course     | en | Building Systems with the ChatGPT API | https://learn.deeplearning.ai/chatgpt-building-system/lesson/1/introduction
0x20 | + | video      | zh | Building Systems with the ChatGPT API > 中文字幕 | https://www.bilibili.com/video/BV1gj411X72B/
0x20 |   | tool       | en | Langchain | https://python.langchain.com/
0x20 |   | course     | en | Langchain > LangChain for LLM Application Development | https://learn.deeplearning.ai/langchain/lesson/1/introduction
0x20 | + | video      | zh | Langchain > LangChain for LLM Application Development > 中文字幕 | https://www.bilibili.com/video/BV1Ku411x78m/
0x20 |   | tool       | en | dify | https://dify.ai/
0x20 |   | docs       | en | GPT best practices | https://platform.openai.com/docs/guides/gpt-best-practices/gpt-best-practices
0x20 |   | repository | en | openai-cookbook | https://github.com/openai/openai-cookbook
0x20 |   | repository | en | Brex's Prompt Engineering Guide | https://github.com/brexhq/prompt-engineering
0x31 | ! | book       | zh | 《动手学深度学习》 | https://zh.d2l.ai/
0x31 | + | course     | zh | 《动手学深度学习》 > B站李沐的视频 | https://courses.d2l.ai/zh-v2/
0x31 |   | course     | zh | 深度学习：台湾大学李宏毅 | https://www.bilibili.com/video/BV1J94y1f7u5/
0x31 | ! | video      | en | 3brown1blue 系列视频 | https://www.youtube.com/watch?v=wjZofJX0v4M
0x32 | ! | paper      | zh | 大语言模型综述 | https://github.com/RUCAIBox/LLMSurvey
0x32 | ! | book       | zh | 大语言模型 | https://github.com/LLMBook-zh/LLMBook-zh.github.io
0x32 |   | book       | zh | 大规模语言模型：从理论到实践 | https://intro-llm.github.io/
0x32 | ! | course     | zh | 清华大模型公开课第二季 | https://www.bilibili.com/video/BV1pf421z757
0x32 |   | video      | zh | GPT，GPT-2，GPT-3 论文精读 | https://www.bilibili.com/video/BV1AF411b7xQ
0x32 |   | video      | zh | Llama3.1 论文精读 | https://www.bilibili.com/video/BV1WM4m1y7Uh
0x32 |   | article    | zh | 复杂推理：大语言模型的北极星能力 | https://yaofu.notion.site/6dafe3f8d11445ca9dcf8a2ca1c5b199
0x32 | ! | video      | en | ICML 2024 Tutorial: Physics of Language Models by Zeyuan Allen-Zhu | https://www.bilibili.com/video/BV1TPpbeVEUi/
0x33 | ! | repository | en | Build a Large Language Model (From Scratch) | https://github.com/rasbt/LLMs-from-scratch
0x33 | ! | tool       | en | LLaMA-Factory | https://github.com/hiyouga/LLaMA-Factory
0x33 |   | repository | en | MAP-NEO | https://github.com/multimodal-art-projection/MAP-NEO
0x34 |   | article    | en | How to Generate and Use Synthetic Data for Finetuning | https://eugeneyan.com/writing/synthetic/
0x34 |   | dataset    | zh | 中文行业预训练语料 IndustryCorpus 2.0 | https://data.baai.ac.cn/details/BAAI-IndustryCorpus-v2
0x34 | + | tool       | zh | 中文行业预训练语料 IndustryCorpus 2.0 > 数据处理工具 FlagData | https://github.com/FlagOpen/FlagData/blob/main/README_zh.md
0x35 | ! | paper      | en | Challenges in Deploying Long-Context Transformers: A Theoretical Peak Performance Analysis | https://arxiv.org/abs/2405.08944
0x35 |   | article    | en | A Visual Guide to Quantization | https://newsletter.maartengrootendorst.com/p/a-visual-guide-to-quantization
0x36 |   | paper      | en | A Survey of Prompt Engineering Methods in Large Language Models for Different NLP Tasks | https://arxiv.org/abs/2407.12994
0x36 |   | paper      | en | Modular RAG: Transforming RAG Systems into LEGO-like Reconfigurable Frameworks | https://arxiv.org/pdf/2407.21059
0x36 |   | article    | en | LLM Powered Autonomous Agents | https://lilianweng.github.io/posts/2023-06-23-agent/
"""  # noqa: E501


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    loaded, problems = catalogue_files.load(FOLDER)
    assert problems == ()
    return loaded


def test_who_wrote_it_and_when(catalogue: Catalogue) -> None:
    assert catalogue.title == "大语言模型（LLM）学习路径和资料汇总"
    assert catalogue.author == "ninehills"
    assert catalogue.source == "https://github.com/ninehills/blog/issues/97"
    assert catalogue.created == date(2023, 6, 27)
    assert catalogue.updated == date(2024, 10, 18)
    assert catalogue.language == "zh"


def test_the_day_of_the_last_change_is_shown_above_the_list(catalogue: Catalogue) -> None:
    assert "更新时间：{updated:%Y%m%d}" in catalogue.intro


def test_sections_keep_their_numbers_and_their_nesting(catalogue: Catalogue) -> None:
    assert list(headings(catalogue.sections)) == HEADINGS.strip().splitlines()


def test_every_entry_stands_in_its_place_with_its_facts(catalogue: Catalogue) -> None:
    rows = [re.split(r" *\| *", line) for line in ROWS.strip().splitlines()]
    assert list(facts(catalogue)) == rows


def test_the_list_has_thirty_nine_links_and_eleven_must_reads(catalogue: Catalogue) -> None:
    listed = [link.url for placed in catalogue.walk() for link in placed.links]
    assert len(set(listed) - {catalogue.source}) == 39
    marked = [placed.entry for placed in catalogue.entries() if placed.entry and placed.entry.marks]
    assert len(marked) == 11
    assert catalogue.marks == {"must-read": "【必看】"}


def test_prose_explains_the_mark_and_names_what_is_needed_first(catalogue: Catalogue) -> None:
    overview, basics = catalogue.sections[:2]
    assert "【必看】" in overview.intro
    assert not overview.items
    assert [link.url for link in basics.links] == ["https://openrouter.ai/"]


def test_everything_is_described_in_chinese(catalogue: Catalogue) -> None:
    for placed in catalogue.entries():
        assert placed.entry
        notes = placed.entry.note if isinstance(placed.entry.note, tuple) else [placed.entry.note]
        for note in notes:
            assert len(re.findall(r"[\u4e00-\u9fff]", note)) >= 10, placed.entry.title
            assert note.endswith("。")


def headings(sections: Iterable[Section], depth: int = 0) -> Iterator[str]:
    for section in sections:
        yield f"{'> ' * depth}{section.title}"
        yield from headings(section.sections, depth + 1)


def facts(catalogue: Catalogue) -> Iterator[list[str]]:
    sections = [*catalogue.sections, *catalogue.sections[-1].sections]
    for section in sections:
        number = section.title.partition(" ")[0]
        for item in section.items:
            assert isinstance(item, Entry)
            yield from ([number, *row] for row in entry_facts(item))


def entry_facts(entry: Entry, above: str = "") -> Iterator[list[str]]:
    path = above + entry.title
    mark = "!" if entry.marks == ("must-read",) else ""
    yield [mark, f"{entry.kind}", f"{entry.language}", path, entry.url or "-"]
    for each in entry.resources:
        yield ["+", f"{each.kind}", f"{each.language}", f"{path} > {each.label}", each.url]
    for item in entry.items:
        assert isinstance(item, Entry)
        yield from entry_facts(item, f"{path} > ")
