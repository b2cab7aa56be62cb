"""Of languages of Africa and Asia that put spaces between words."""

from __future__ import annotations

from typing import Final

from curator.probes.words.wordings.wording import Wording

SOUTHERN: Final = (
    Wording(  # Arabic
        things="""
        الصفحة | صفحة | المقال | المقالة | الملف | المحتوى | الفيديو | الدورة | الرابط | المنتج
        الموضوع | السؤال | المستند | الوثيقة | المنشور | المستخدم | المشروع | العنوان
        الخبر | الدرس | المورد | الإعلان
        """,
        gone="""
        غير موجودة | غير موجود | لم يتم العثور عليها | لم يتم العثور عليه | لا توجد | لا يوجد
        لم نعثر عليها | مفقودة | لا وجود لها | لم توجد | لا يمكن العثور عليها | تعذر العثور عليها
        """,
        none="""
        لم يتم العثور على | لم نتمكن من العثور على | لم نجد | تعذر العثور على | لا توجد
        لا يمكن العثور على | لم نعثر على | تعذر إيجاد | لا يمكن إيجاد
        """,
        removed="""
        غير متاحة | غير متاح | غير متوفرة | غير متوفر | تم حذفها | تم حذفه | محذوفة | محذوف
        لم تعد متاحة | لم يعد متاحا | منتهية الصلاحية | تمت إزالتها | تم إزالته | لم تعد موجودة
        حذفت
        """,
        took="تم حذف | تمت إزالة | تم إزالة",
        aside="""
        تم نقلها | تم نقله | نقلت | قد تم نقلها | ربما تم نقلها
        """,
        filler="""
        نعتذر نأسف هذه هذا التي الذي تبحث عنها عنه طلبتها المطلوبة المطلوب تريدها تحاول الوصول إليها
        آسف للأسف أنت ولكن زيارتها لكن
        """,
        joins="أو و",
    ),
    Wording(  # Persian
        things="""
        صفحه | صفحهٔ | صفحه‌ای | مطلب | مقاله | فایل | محتوا | ویدیو | ویدئو | دوره | لینک | محصول
        سند | پست | کاربر | پروژه | آدرس | نوشته | خبر | کتاب | آگهی
        صفحه ای | صفحهای
        """,
        gone="یافت نشد | پیدا نشد | وجود ندارد | موجود نیست | پیدا نمی‌شود | پیدا نکردیم",
        none="چنین",
        removed="در دسترس نیست | حذف شده است | حذف شد | حذف شده | منقضی شده است",
        aside="""
        منتقل شده است | حذف یا منتقل شده است | بروزرسانی شده است
        """,
        filler="""
        ببخشید این مورد نظر شما درخواستی که به دنبال آن هستید می‌گردید درخواست دیگر را ما
        بودید متاسفانه ممکن است
        """,
        joins="یا و",
    ),
    Wording(  # Urdu
        things="صفحہ | مضمون | فائل",
        gone="نہیں ملا | موجود نہیں ہے | موجود نہیں | نہیں مل سکا",
        filler="یہ معذرت مطلوبہ آپ کا معاف کیجیے",
    ),
    Wording(  # Hebrew
        things="""
        הדף | דף | העמוד | עמוד | הכתבה | המאמר | הקובץ | התוכן | הסרטון | הקורס | הקישור | המוצר
        המסמך | הפוסט | השאלה | הפרופיל | הכתובת | המודעה
        """,
        gone="""
        לא נמצא | לא נמצאה | לא קיים | לא קיימת | אינו קיים | אינה קיימת | לא נמצאו
        לא ניתן למצוא
        """,
        none="לא נמצא | לא מצאנו | לא הצלחנו למצוא | לא ניתן למצוא",
        removed="לא זמין | לא זמינה | אינו זמין | הוסר | הוסרה | נמחק | נמחקה | פג תוקף",
        aside="""
        הועבר | הועברה | הוסר | נמחק
        """,
        filler="מצטערים שחיפשתם שחיפשת המבוקש המבוקשת הזה הזאת זה שביקשת את שאתה מחפש אנו אנחנו כבר אבל יותר",
        joins="או",
    ),
    Wording(  # Hindi, Marathi, Nepali
        things="""
        पृष्ठ | पेज | पन्ना | लेख | फ़ाइल | सामग्री | वीडियो | कोर्स | दस्तावेज़ | लिंक | उत्पाद | पान
        """,
        gone="""
        नहीं मिला | नहीं मिली | मौजूद नहीं है | मौजूद नहीं | अस्तित्व में नहीं है | नहीं मिल सका
        नहीं पाया गया | सापडले नाही | फेला परेन | उपलब्ध नहीं या हटा दिया गया
        """,
        removed="उपलब्ध नहीं है | उपलब्ध नहीं | हटा दिया गया | हटा दिया गया है | हटा दी गई",
        aside="""
        स्थानांतरित | स्थानांतरित कर दिया गया है
        """,
        filler="मुझे यह क्षमा माफ़ करें कीजिए आप जिस जो जिसे खोज ढूंढ रहे हैं वह अनुरोधित आपका आपके द्वारा हमें को अब",
        joins="या",
    ),
    Wording(  # Bengali
        things="পৃষ্ঠা | পৃষ্ঠাটি | পাতা | পাতাটি | পেজ | পেজটি | নিবন্ধ | ফাইল | ভিডিও | কোর্স",
        gone="পাওয়া যায়নি | খুঁজে পাওয়া যায়নি | নেই | বিদ্যমান নেই | পাওয়া যায় নি | খুঁজে পাওয়া যায় নি",
        removed="মুছে ফেলা হয়েছে | উপলব্ধ নয় | সরানো হয়েছে",
        filler="দুঃখিত এই আপনার আপনি যে খুঁজছেন অনুরোধ করা অনুরোধকৃত আর",
    ),
    Wording(  # Tamil, Telugu
        things="பக்கம் | பக்கத்தை | கட்டுரை | పేజీ | పేజి",
        gone="""
        கிடைக்கவில்லை | காணப்படவில்லை | கண்டுபிடிக்க முடியவில்லை | இல்லை | కనుగొనబడలేదు
        దొరకలేదు | కనబడలేదు | లేదు
        """,
        filler="மன்னிக்கவும் இந்த நீங்கள் தேடும் క్షమించండి ఈ మీరు వెతుకుతున్న",
    ),
    Wording(  # Indonesian, Malay
        things="""
        halaman | laman | artikel | berkas | file | fail | dokumen | konten | kandungan | video | kursus
        tautan | pautan | produk | postingan | topik | pertanyaan | profil | pengguna | proyek
        lowongan | berita | url | alamat
        """,
        gone="""
        tidak ditemukan | tak ditemukan | tidak dapat ditemukan | tidak ada | tidak dijumpai
        tidak wujud | tidak bisa ditemukan | tidak dapat dijumpai | tidak ditemui
        """,
        none="tidak dapat menemukan | tidak menemukan | tidak bisa menemukan",
        removed="""
        tidak tersedia | tidak tersedia lagi | telah dihapus | dihapus | kedaluwarsa | dipadam
        """,
        aside="""
        dipindahkan | telah dipindahkan | dipindah
        """,
        filler="""
        yang anda kamu cari minta tuju maksud ini itu mohon kami dicari diminta di sini ingin sudah
        lagi harap sedang mencari akses
        mungkin buka telah kunjungi
        """,
        joins="atau dan",
    ),
    Wording(  # Vietnamese
        things="""
        trang | web | bài | viết | nội | dung | tập | tin | tài | liệu | video | khóa | học | liên
        kết | sản | phẩm | đường | dẫn | chủ | đề | câu | hỏi | người | dùng | dự | án | địa | chỉ
        """,
        gone="""
        không tìm thấy | không tồn tại | không được tìm thấy | không còn tồn tại | không có
        không thể tìm thấy
        """,
        none="không tìm thấy | không thể tìm thấy | không tìm được",
        removed="không khả dụng | không còn khả dụng | bị xóa | bị xoá | bị gỡ | hết hạn | bị gỡ bỏ",
        aside="""
        bị di chuyển | đã di chuyển | bị đổi tên
        """,
        filler="""
        hiện bạn đang tìm muốn yêu cầu truy cập rất tiếc xin lỗi này đã các của chúng tôi mà kiếm cần vừa
        thể quý khách rồi
        """,
        joins="hoặc và hay",
    ),
    Wording(  # Tagalog, Swahili
        things="pahina | page | ukurasa",
        gone="hindi nahanap | hindi makita | haukupatikana | haupatikani | haupo",
        none="hindi nahanap | hindi makita",
        filler="ang iyong hinahanap paumanhin ito na samahani unaotafuta huu",
    ),
    Wording(  # Kazakh, Uzbek, Mongolian
        things="бет | бетті | мақала | sahifa | хуудас",
        gone="табылмады | жоқ | topilmadi | mavjud emas | олдсонгүй | байхгүй байна",
        filler="сіз іздеген бұл кешіріңіз siz qidirgan ushbu bunday кечирасиз уучлаарай таны хайсан",
    ),
)
