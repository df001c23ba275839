export { PlaceCard } from '../place/PlaceCard.tsx'
export { RecordCard } from '../record/RecordCard.tsx'
