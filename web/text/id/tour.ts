export const tour = {
  'tour.count': '{at} dari {of}',
  'tour.back': 'Kembali',
  'tour.next': 'Berikutnya',
  'tour.done': 'Selesai',
  'tour.skip': 'Lewati tur',
  'tour.question': 'Satu kalimat untuk bertanya',
  'tour.question.text':
    'Seluruh layar menjawab kalimat ini. Ganti kata-katanya untuk memilih tema, wilayah, tahun, dan putusan yang ditanyakan.',
  'tour.answer': 'Satu angka sebagai jawaban',
  'tour.answer.text':
    'Angka besar selalu disertai keterangan dihitung dari berapa. Garis di bawahnya membagi semua tempat menurut putusannya.',
  'tour.legend': 'Legenda yang juga saringan',
  'tour.legend.text':
    'Setiap baris adalah satu putusan dengan jumlah dan bagiannya. Pilih satu baris, dan hanya tempat dengan putusan itu yang tinggal di peta.',
  'tour.map': 'Peta yang menjelaskan',
  'tour.map.text':
    'Pilih sebuah desa di peta untuk membaca mengapa putusannya demikian, siapa mitranya, berapa targetnya, dan dari mana sumbernya.',
  'tour.search': 'Cari, tanyakan, bagikan',
  'tour.search.text':
    'Pencarian (Ctrl K pada papan ketik) menemukan tempat dan lembaga, dan menjawab pertanyaan dengan kata-kata sendiri. Tombol Bagikan memberi tautan, unduhan, atau cetakan dari tampilan ini.',
  'tour.folded.rail': 'Tombol Pertanyaan di kiri membukanya.',
  'tour.folded.sheet': 'Perbesar lembar di bawah untuk melihatnya.',
} as const
