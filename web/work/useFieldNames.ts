import { useIntl } from 'react-intl'

/** The name of a record's field in the reader's language; its own where nobody has named it yet. */
export const useFieldNames = () => {
  const { formatMessage, messages } = useIntl()
  return (field: string): string => {
    const [first = field] = field.split('.')
    const id = [`record.field.${first}`, `work.field.${first}`].find((key) => key in messages)
    return id ? formatMessage({ id }) : field
  }
}
