/** One draft of a record of parts: its steps, its saves, and what two people changed. */
export const desk = {
  'desk.undo': 'Urungkan',
  'desk.redo': 'Ulangi',
  'desk.keep': 'Simpan draf',
  'desk.discard': 'Buang perubahan',
  'desk.saved': 'Tersimpan.',
  'desk.sent': 'Tersimpan dan menunggu tinjauan Sekber.',
  'desk.changes': '{count, plural, =0 {Belum ada perubahan} other {# perubahan belum disimpan}}',
  'desk.merged': '{name} menyimpan perubahan lebih dahulu. Keduanya sudah digabung di sini; periksa, lalu simpan lagi.',
  'desk.somebody': 'Orang lain',
  'desk.ask': '{name} mengubah isian yang sama. Pilih untuk setiap isian, lalu gabungkan.',
  'desk.mine': 'Isian saya: {value}',
  'desk.theirs': 'Isian {name}: {value}',
  'desk.merge': 'Gabungkan',
  'desk.gone': 'dihapus',
  'desk.empty': 'kosong',
}
