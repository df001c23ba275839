import { useContextAnswer } from '../queries.ts'
import { useText } from '../text/useText.ts'

/** The organisations on record, by name; those without one are Sekber's own. */
export const useOrganisations = () => {
  const { say } = useText()
  const { data } = useContextAnswer()
  const organisations = [...(data?.organisations ?? [])].sort((a, b) => a.name.localeCompare(b.name, 'id'))
  return {
    organisations,
    nameOf: (id: string | null): string =>
      id === null ? say('people.account.sekber') : (organisations.find((one) => one.id === id)?.name ?? id),
  }
}
