export * from '../data/view/view.ts'
