export * from '../../data/view/area.ts'
