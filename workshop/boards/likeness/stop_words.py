"""Words that say nothing about what a note is about, and those that turn it into its opposite."""

INDONESIAN = """
ada adalah agar akan aku alias anda antara apa apabila atas atau bagaimana bagi bahwa banyak baru
beberapa begitu belum benar berada bila bisa boleh buat bukan cara cukup dalam dan dapat dari
daripada dengan demi di dia dikit dong dulu enggak gak hal hanya harus hingga ia ini itu jadi
jangan jika juga kalau kali kami kamu kan karena kata ke kembali kepada kerap ketika kita kok
kurang lagi lah lain lalu lebih lewat maka mana masih mau melalui memang mereka misal misalnya
mungkin mulai namun nanti nya oleh pada paling para pasti per perlu pernah pula pun punya saat
saja sama sambil sampai sangat saya sebab sebagai sebelum sebuah secara sedang sehingga sejak
sekali sekarang selalu selama semua sendiri seperti sering serta sesuatu setelah setiap siapa sini
situ suatu sudah supaya tanpa tapi telah tentang terhadap terlalu tersebut terus tetapi tiap tidak
tak untuk walau yaitu yakni yang
"""

ENGLISH = """
a about after all also am an and any are as at be because been before being both but by can could
did do does doing down each even every few for from get gets had has have having he her here his
how i if in into is it its just let like make many may me more most much must my no nor not now of
off on once one only or other our out over own per really same she should so some such than that
the their them then there these they this those through to too under until up use very was way we
were what when where which while who why will with would you your
"""

DENYING = "bukan belum enggak gak jangan kurang nggak tak tanpa tidak cannot never no not without"

DENIALS = frozenset(DENYING.split())
STOP_WORDS = frozenset(f"{INDONESIAN} {ENGLISH} {DENYING}".split())
