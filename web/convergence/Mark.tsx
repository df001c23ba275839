import type { CellState } from '../../data/model/convergence_answer.ts'

const SHAPES: { readonly [S in CellState]: string } = {
  yes: 'M3.5 8.5l3 3 6-7',
  no: 'M4 4l8 8M12 4l-8 8',
  disputed: 'M3.5 6h9M3.5 10h9M10.5 3l-5 10',
  no_data: 'M8 8h.01',
}

/** How a cell stands, by shape as well as by colour. */
export const Mark = ({ state }: { readonly state: CellState }) => (
  <svg className="convergence-mark" data-state={state} viewBox="0 0 16 16" aria-hidden="true">
    <rect x="1" y="1" width="14" height="14" rx="3" />
    <path d={SHAPES[state]} />
  </svg>
)
