"""The words of gambling, pornography and pills, language by language, for `spam`.

What nobody writes but who sells it; the words of the trade, which hardly stand together anywhere
else; and those that games, statistics and the law have too.
"""

from __future__ import annotations

from typing import Final

UNMISTAKABLE: Final = (
    # Indonesian, Malay, Filipino
    r"\b(?:slot ?(?:gacor|88|777|dana|thailand|maxwin|qris|deposit)|situs (?:slot|judi|togel|gacor)"
    r"|slot online (?:terpercaya|resmi|gacor|terbaik|indonesia|24)|(?:agen|daftar|game) slot online"
    r"|judi (?:online|bola|slot)|bandar(?:qq| togel| bola| judi)|togel|agen (?:slot|judi)"
    r"|mega888|918kiss|kasino online|online sabong)\b",
    # Vietnamese
    r"\b(?:nhà cái|trang cá cược|cá cược (?:bóng đá|trực tuyến|thể thao))\b",
    # Turkish
    r"\b(?:deneme bonusu|(?:bahis|casino|slot) siteleri|kaçak (?:bahis|iddaa)|bahis siteler\w*"
    r"|(?:canlı )?bahis sitesi)\b",
    # English
    r"\b(?:online casinos?|casino (?:online|bonus|sites?)|(?:bitcoin|crypto) (?:casinos?|gambling)"
    r"|real money slots|sports? betting (?:site|bonus)s?|best (?:bookmakers|betting sites)"
    r"|escorts? (?:girls?|service)|(?:buy|cheap) (?:viagra|cialis)|porn (?:videos?|tube))\b",
    # Spanish, Portuguese, French, Italian, Romanian
    r"\b(?:casinos? (?:en línea|sin licencia)|apuestas deportivas (?:en vivo|online|en línea)"
    r"|casas? de (?:apuestas|apostas)|cassinos? online|apostas esportivas|jogo do tigrinho"
    r"|casinos? en ligne|machines à sous (?:en ligne|gratuites)|siti (?:di )?scommesse"
    r"|casin[oò] (?:online|non aams)|cazino(?:uri)? online|pariuri (?:sportive|online))\b",
    # German, Dutch, the North
    r"\b(?:spielautomaten online|online spielothek|goksites?|nätcasinon?|nettcasino(?:er)?"
    r"|(?:casino|betting) ut(?:an|en) (?:svensk |norsk )?(?:licens|lisens|spelpaus)"
    r"|casino uden rofus|nettikasino\w{0,4}|kasino ilman rekisteröitymistä)\b",
    # Polish, Czech, Hungarian, Greek
    r"\b(?:kasyn[oa] (?:online|internetowe)|zakłady bukmacherskie|online kasin[oa]|online casina"
    r"|online kaszinó\w{0,3}|(?:online καζίν[οό]|καζίν[οό] online)"
    r"|στοιχηματικ[έε]ς εταιρ[ίε]{1,2}ς)\b",
    # Russian, Ukrainian, Bulgarian
    r"\b(?:казино (?:онлайн|вулкан|вавада)|онлайн[- ]казино"
    r"|игровые автоматы (?:онлайн|бесплатно|на деньги)"
    r"|ігрові автомати (?:онлайн|на гроші)|(?:вулкан|вавада|vavada|1xbet|pin-?up) казино)\b",
    # Arabic, Persian, Hebrew, Hindi, Bengali
    r"كازينو (?:اون ?لاين|أون ?لاين|مباشر)|مراهنات رياضية|سایت(?: های)? شرط ?بندی|کازینو آنلاین",
    r"קזינו (?:אונליין|און ?ליין)|אתרי הימורים|ऑनलाइन कैसीनो|सट्टा (?:मटका|किंग)",
    r"অনলাইন ক্যাসিনো|বেটিং সাইট",
    # Chinese
    r"百家[乐樂](?:平台|网站|官网|app|技巧|真人|娱乐)|真人百家[乐樂]|娱乐城|娛樂城|皇冠体育|体育投注|真人荷官",
    r"博彩(?:网|平台|公司|官网|app|游戏|娱乐)|网上博彩|(?:新葡京|葡京|威尼斯人)(?:官|网|娱|平台|app|赌)",
    r"(?:开云|乐鱼|华体会|米兰|半岛|九游|必威|亚博|爱游戏|星空|博天堂|天博|云开)体育|时时彩|北京赛车|电子游艺",
    r"(?:千亿|凯发|尊龙|永利|金沙|美高梅|太阳城|银河|龙8|大发)(?:国际|集团|娱乐|真人|棋牌).{0,8}(?:官网|首页|平台|app|\d)",
    r"电子老虎机|棋牌(?:平台|娱乐|官网|app|下载)|棋牌游戏(?:大厅|平台|下载|官网)|开元棋牌",
    r"老虎机(?:平台|官网|网站)|彩票(?:网站|平台|投注)|注册送彩金",
    r"(?:色情|无码|成人)(?:视频|电影|网站|在线)|av无码|裸聊|约炮|春药",
    # Japanese, Korean, Thai
    r"オンラインカジノ|オンカジ|カジノサイト",
    r"온라인 ?카지노|카지노 ?사이트|토토 ?사이트|먹튀 ?검증|안전 ?놀이터",
    r"เว็บพนัน|หวยออนไลน์|(?:เว็บ ?ตรง ?|เว็บ ?)สล็อต|สล็อต ?(?:เว็บ ?ตรง|ออนไลน์)",
    r"(?:บาคาร่า|คาสิโน|แทงบอล) ?ออนไลน์",
)
TRADE: Final = (
    # English, Indonesian
    r"\b(?:slots?|gacor|maxwin|jackpots?|casinos?|kasino|free spins|no deposit|welcome bonus"
    r"|bonus codes?|free bets?|deposit bonus|rakeback|provably fair|judi|togel|taruhan|bandar"
    r"|deposit pulsa|rtp|scatter|pertaruhan|sabong|escorts?|porn\w*|xxx|viagra|cialis|sex cams?"
    # Turkish, Vietnamese
    r"|bahis|iddaa|canlı casino|bonusu|çevrimsiz|cược|nổ hũ|bắn cá|lô đề"
    # Romance
    r"|tragamonedas|tragaperras|apuestas|giros gratis|apostas|cassinos?|caça-níqueis|rodadas grátis"
    r"|machines? à sous|tours gratuits|paris sportifs|scommesse|casinò|giri gratis|cazino\w*"
    r"|păcănele|pariuri|rotiri gratuite"
    # Germanic, Finnish
    r"|spielautomaten|sportwetten|freispiele|gokkasten|goksites?|gratis spins|spelautomat\w*"
    r"|spilleautomat\w*|nätcasino\w*|nettikasino\w*|kasinot|kolikkopeli\w*|ilmaiskierrok\w*|vedonlyön\w*"
    # Slavic, Hungarian, Greek
    r"|kasyn\w{1,3}|darmowe (?:spiny|obroty)|bukmacher\w*|casina|volná roztočení|výherní automaty"
    r"|казино|вулкан|букмекер\w*|игровые автоматы|фриспин\w*|ігрові автомати|фріспін\w*"
    r"|kaszinó\w*|nyerőgép\w*|sportfogadás\w*|καζίνο|φρουτάκια|στοίχημα|στοιχηματικ\w{1,3}"
    # Arabic, Persian, Hebrew
    r"|كازينو|مراهنات|سلوتس|روليت|بلاك جاك|شرط ?بندی|کازینو|بازی انفجار|קזינו|הימורי?ם?"
    r"|מכונות מזל)\b",
    r"कैसीनो|सट्टेबाज|स्लॉट|जैकपॉट|तीन पत्ती|ক্যাসিনো|বেটিং|স্লট|জ্যাকপট|জুয়া",
    r"百家[乐樂]|博彩|赌场|投注|彩金|返水|下注|荷官|首存|体育竞猜|电竞投注|色情|无码|六合彩|葡京|老虎机|电子游艺|真人视讯",
    r"カジノ|オンカジ|パチンコ|バカラ|フリースピン|入金不要|スポーツベット|카지노|바카라|먹튀|슬롯|베팅|꽁머니",
    r"สล็อต|บาคาร่า|คาสิโน|แทงบอล|เว็บตรง|เครดิตฟรี|ฝากถอน|พนัน",
)
ALSO: Final = (
    r"\b(?:poker|roulette?|rulet[aă]?|rulett|ruletti|ruletka|blackjack|baccarat|bets?|betting|bettor"
    r"|odds|sportsbook|bookmakers?|gambling|wager(?:ing)?|ставк\w+|слот\w*|рулетк\w+|wetten|wedden"
    r"|spielbank|ruleta|roleta|sázk\w+|zakłady|ρουλέτα|رهان|پوکر|רולטה)\b",
    r"रूलेट|রুলেট|赌博|真人|棋牌|彩票|开户|成人|捕鱼|スロット|ルーレット|룰렛|도박|แทง",
)
STUDIED: Final = (
    r"addict|gambler|prevent|regulat|\blaws?\b|legislat|theor|probabilit|statisti|dataset|research",
    r"\bpaper\b|learning|algorithm|neural|hypothes|econom|\bhistor|psycholog|simulat|\bapi\b|open.?source",
    r"symptom|treatment|therap|disorder|recovery|\blibrary\b|\bnpm\b|\bpython\b|javascript|\breact\b",
    r"\b(?:film|movie|novel|soundtrack|lyrics|documentary|museum)\b|\((?:19|20)\d\d\)",
    r"зависимост|залежніст|закон|вероятност|ймовірн|истори|sucht|gesetz|wahrscheinlich|adicci|ludopat",
    r"dependênc|dependenza|dipendenza|addizione|probabilidad|probabilità|storia|histoire|\bloi\b|ustaw",
    r"uzależni|prawdopodob|závislost|zákon|beroende|verslaving|riippuvuu|függőség|εθισμ|إدمان|اعتیاد",
    r"bağımlılı|olasılık|nghiện|xác suất|điều luật|kecanduan|hukum|ketagihan",
    r"条例|概率|研究|算法|经济|法律|法规|心理|问题|假设|强化学习|数据集|成瘾|历史|\bai\b|依存|確率|法律|歴史|経済",
    r"중독|예방|확률|법률|연구",
)
