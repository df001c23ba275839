import { formatRupiah } from '../../panel/card/numbers.ts'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import { beneficiariesOf, budgetOf } from '../fields.ts'
import { Partners } from './Partners.tsx'
import { TextField } from './TextField.tsx'
import { Themes } from './Themes.tsx'

/** What the work is: name, theme, who, for how much and for whom. */
export const WhatStep = () => {
  const { say, count, language } = useText()
  const { fields } = useEditing().marking
  const budget = fields.budget.trim() ? budgetOf(fields) : null
  const people = fields.beneficiaries.trim() ? beneficiariesOf(fields) : null
  return (
    <>
      <TextField
        name="title"
        field="title"
        label={say('edit.title')}
        hint={say('edit.title.hint')}
        maxLength={200}
        autoComplete="off"
        required
      />
      <Themes />
      <Partners />
      <div className="edit-pair">
        <TextField
          name="budget"
          field="budgetIdr"
          label={say('edit.budget')}
          hint={say('edit.budget.hint')}
          placeholder={say('edit.budget.example')}
          autoComplete="off"
          understood={budget !== null && formatRupiah(budget, language)}
        />
        <TextField
          name="beneficiaries"
          field="beneficiaries"
          label={say('edit.beneficiaries')}
          hint={say('edit.beneficiaries.hint')}
          placeholder={say('edit.beneficiaries.example')}
          autoComplete="off"
          understood={people !== null && say('record.people', { count: count(people) })}
        />
      </div>
    </>
  )
}
