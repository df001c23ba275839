import { useQuery } from '@tanstack/react-query'
import type {
  DashboardAnswer,
  DashboardChange,
  DashboardRecords,
  DashboardVillages,
  DashboardWeek,
} from '../../data/model/dashboard.ts'
import { ask } from '../api.ts'
import type { View } from '../view.ts'
import { changeAddress, dashboardAddress, recordsAddress, villagesAddress, weekAddress } from './addresses.ts'
import type { Behind } from './state.ts'

const useAnswer = <Answer>(address: string) =>
  useQuery({ queryKey: ['dashboard', address], queryFn: ({ signal }) => ask<Answer>(address, signal) })

export const useDashboardAnswer = (view: View) => useAnswer<DashboardAnswer>(dashboardAddress(view))
export const useRecordsBehind = (view: View, behind: Behind) =>
  useAnswer<DashboardRecords>(recordsAddress(view, behind))
export const useVillagesBehind = (view: View, urusan: string) =>
  useAnswer<DashboardVillages>(villagesAddress(view, urusan))
export const useDashboardChange = (view: View, since: string, until: string | undefined) =>
  useAnswer<DashboardChange>(changeAddress(view, { since, until }))
export const useWeek = (view: View) => useAnswer<DashboardWeek>(weekAddress(view))
