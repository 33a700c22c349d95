import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { type Column, Table } from '../lists/table.tsx'
import { outcomeWords, purposeWords } from '../words/consent-words.ts'
import { useWords } from '../words/use-words.ts'
import type { WholeOrder } from './order-facts.tsx'
import { orderTexts } from './texts.ts'

type Disclosure = WholeOrder['handedOn'][number]

/** Who was given identity data, and what came of it; never the data. */
export const HandedOn = ({ handedOn }: { handedOn: readonly Disclosure[] }) => {
  const texts = useTexts(orderTexts)
  const word = useWords()
  const columns: readonly Column<Disclosure>[] = [
    { name: 'at', head: texts.at, cell: ({ at }) => <Time at={at} /> },
    { name: 'company', head: texts.company, cell: ({ recipient }) => recipient.company },
    { name: 'purpose', head: texts.purpose, cell: ({ purpose }) => word(purposeWords, purpose) },
    { name: 'outcome', head: texts.outcome, cell: ({ outcome }) => word(outcomeWords, outcome) },
  ]
  return (
    <section className="tight">
      <h2>{texts.handedOn}</h2>
      <Table
        caption={texts.handedOn}
        rows={handedOn}
        columns={columns}
        keyOf={({ id }) => id}
        empty={texts.noHandedOn}
      />
    </section>
  )
}
