export { settleView } from '../data/view/settle.ts'
