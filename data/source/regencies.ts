import type { Code } from '../model/codes.ts'

/** A file of the public boundary set: the commit it is read at, and the SHA-256 of what its rows become (see `fingerprintOf`). */
export type Pin = { readonly commit: string; readonly sha256: string }

export type Regency = { readonly code: Code; readonly boundaries?: Pin }

/** The regencies this map is about. One more is one line here and one boundary file; with a pin the file is fetched by itself. */
export const REGENCIES: readonly Regency[] = [
  { code: '61.05', boundaries: { commit: '1d0ec21be09d45262f17e0e6bdb1662b725844da', sha256: '855c75f863c6d9019f6125f7b3c54f1749cdcef2d32d1c50cf57e0954c200445' } },
  { code: '61.11', boundaries: { commit: '1d0ec21be09d45262f17e0e6bdb1662b725844da', sha256: '878388943af7138c769e59c73f77987ea4a7b76c11b1ede7240ed4c0853c3201' } },
  { code: '62.02', boundaries: { commit: '0bc624bfbee6a0a05140ad2878d0854af04f846a', sha256: 'bc6126ac68051a2ecfad9680d478128ce3a552f5bef218fc9a758ec1c0fee351' } },
  { code: '62.07', boundaries: { commit: '0bc624bfbee6a0a05140ad2878d0854af04f846a', sha256: '1a6e2d6aceb1ba44445670715f438adb312f2fe909b40306cd9bd526ac42137b' } },
]

/** Outlines of every regency of a province, for what is drawn dimmed around ours. */
export const SURROUNDINGS: readonly Regency[] = [
  { code: '61', boundaries: { commit: '3f35cd5ba96de8e576f3efa53f53cd640392c300', sha256: 'f6db23fe5cef7aae2638d3054c79d4891204e793fd8f7a14cbce6b6c2acfa589' } },
  { code: '62', boundaries: { commit: '3f35cd5ba96de8e576f3efa53f53cd640392c300', sha256: '1602ad1c442cfe3bf507daae88781144b8d6d636aa921726d4596266f304248b' } },
]
