import { useState } from 'react'
import { Field } from '../../shared/controls/field.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { dayName } from '../controls/days.ts'
import type { Deed } from '../deed/deed.ts'
import { DeedButton } from '../deed/deed-button.tsx'
import { service } from '../service.ts'
import { vendorWords } from '../vendors/texts.ts'
import { useWords } from '../words/use-words.ts'
import { fileFault, rowsIn } from './chosen.ts'
import type { Statement } from './statement-parts.tsx'
import { faultWords, statementTexts } from './texts.ts'

type ImportProps = { vendor: string; day: string; onDone: () => unknown }

/** A file that was chosen: its name and what is in it. */
type Chosen = { name: string; csv: string }

const useImport = ({ vendor, day }: ImportProps, { name, csv }: Chosen): Deed<Statement> => {
  const language = useLanguage()
  const texts = useTexts(statementTexts)
  const word = useWords()
  return {
    name: texts.import,
    kind: 'main',
    consequence: [texts.importMore(word(vendorWords, vendor), dayName(day, language), name), texts.importSafe],
    confirm: texts.importConfirm(rowsIn(csv)),
    reasons: [texts.daily, texts.monthly],
    send: ({ reason }) => service().operator.statements.import({ vendor, day, csv, reason }),
    tells: (refused) => {
      if (!refused.is('statement_invalid')) return undefined
      const { line, column = '', fault } = refused.extra
      return line === undefined || fault === undefined
        ? undefined
        : texts.faultAt(line, column, word(faultWords, fault))
    },
    done: ({ counts }) => texts.imported(counts.unexplained),
  }
}

/** Takes a vendor's statement of a day from a file. */
export const ImportCard = (props: ImportProps) => {
  const texts = useTexts(statementTexts)
  const [chosen, setChosen] = useState<Chosen>()
  const deed = useImport(props, chosen ?? { name: '', csv: '' })
  const fault = chosen && fileFault(chosen.csv)
  const choose = async (file: File | undefined): Promise<void> =>
    setChosen(file && { name: file.name, csv: await file.text() })
  return (
    <section className="card stack file">
      <Field id="statement" label={texts.file} hint={texts.fileHint} error={fault && texts[fault]}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="file"
            accept=".csv,text/csv"
            onChange={({ target }) => void choose(target.files?.[0])}
          />
        )}
      </Field>
      {chosen && !fault && <DeedButton deed={deed} isFirst onDone={props.onDone} />}
      {!chosen && <p className="quiet">{texts.fileMissing}</p>}
    </section>
  )
}
