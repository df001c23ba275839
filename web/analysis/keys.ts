export * from '../../data/view/analyses.ts'
