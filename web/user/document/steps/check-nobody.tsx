import { useState } from 'react'
import { TextField } from '../../../shared/controls/field.tsx'
import { IdNumberField } from '../../../shared/controls/typed-fields.tsx'
import { useTexts } from '../../../shared/language.ts'
import { personTexts } from '../../person/texts.ts'
import { draft } from '../../verify/draft.ts'
import type { CardRead } from '../document.ts'
import { ReadBeside } from '../reading/read-beside.tsx'
import { documentTexts } from '../texts.ts'
import { Onward } from './onward.tsx'

type CheckNobodyProps = { front: CardRead; onNext: () => void }

type Typed = { name: string; idNumber: string }

/** What was typed before, or else what was read: to be corrected here, and carried over in the memory of this page alone. */
const firstTyped = ({ name, idNumber }: CardRead): Typed => {
  const { values } = draft.get()
  return { name: values.name || (name ?? ''), idNumber: values.idNumber || (idNumber ?? '') }
}

/** Name and number as they were read, to be corrected before they are taken along to the form that verifies somebody. */
export const CheckNobody = ({ front, onNext }: CheckNobodyProps) => {
  const texts = useTexts(documentTexts)
  const labels = useTexts(personTexts)
  const [typed, setTyped] = useState(() => firstTyped(front))
  const set = (some: Partial<Typed>): void => setTyped((now) => ({ ...now, ...some }))
  const next = (): void => {
    draft.keep({ values: { ...draft.get().values, ...typed } })
    onNext()
  }
  return (
    <div className="stack below">
      <section className="card stack-wide">
        <h2>{texts.correct}</h2>
        <div className="tight">
          <TextField
            {...{ id: 'name', label: labels.name, hint: texts.nameHint, value: typed.name }}
            onType={(name) => set({ name })}
            verbatim
          />
          <ReadBeside label={labels.name} read={front.name} typed={typed.name} onUse={(name) => set({ name })} />
        </div>
        <div className="tight">
          <IdNumberField
            {...{ id: 'idNumber', label: labels.idNumber, value: typed.idNumber }}
            onType={(idNumber) => set({ idNumber })}
          />
          <ReadBeside
            {...{ label: labels.idNumber, read: front.idNumber, typed: typed.idNumber }}
            onUse={(idNumber) => set({ idNumber })}
          />
        </div>
        <p className="quiet">{texts.notKept}</p>
      </section>
      <Onward step="check" whom="nobody" next={texts.toVerify} onNext={next} />
    </div>
  )
}
