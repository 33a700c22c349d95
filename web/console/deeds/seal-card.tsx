import type { Answer } from 'shiming-client'
import { Banner, Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { dayName } from '../controls/days.ts'
import { type Fact, Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { service, useResource } from '../service.ts'
import { sealTexts } from './seal-texts.ts'

type Root = NonNullable<Answer<'GET /v1/operator/audit-seal'>['last']>

/** Whoever reads the audit can hold it against its roots; docs/audit.md says how of a deployed stage. */
const VERIFY = 'npm run audit:verify'

/** Whether a signed root covers a record. */
export const Sealed = ({ is }: { is: boolean }) => {
  const texts = useTexts(sealTexts)
  return <Tag tone={is ? 'good' : 'info'}>{is ? texts.sealed : texts.notYet}</Tag>
}

/** What there is to say of a signed root. */
const useRootFacts = (): ((of: Root) => readonly Fact[]) => {
  const language = useLanguage()
  const texts = useTexts(sealTexts)
  return (of) => [
    [texts.day, dayName(of.day, language)],
    [texts.madeAt, <Time key="at" at={of.madeAt} whole />],
    [texts.records, of.records],
    [texts.root, <Id key="root" label={texts.root} text={of.root} />],
    [texts.hash, <Id key="hash" label={texts.hash} text={of.hash} />],
  ]
}

/** The signed root of a day. */
export const RootFacts = ({ of }: { of: Root }) => <Facts of={useRootFacts()(of)} />

/** How far the audit is sealed, when it goes on, what is missing, and how anybody verifies it. */
export const SealCard = () => {
  const language = useLanguage()
  const texts = useTexts(sealTexts)
  const rootFacts = useRootFacts()
  const seal = useResource('audit seal', (signal) => service().operator.deeds.seal({ signal }))
  return (
    <Read of={seal}>
      {({ last, next, missing, overdue }) => (
        <>
          {overdue && <Banner tone="danger">{texts.overdue(missing.length)}</Banner>}
          <section className="card stack facts-wide">
            <h2>{texts.title}</h2>
            <p className="quiet">{texts.lead}</p>
            {last === null && <p>{texts.none}</p>}
            <Facts
              of={[
                ...(last === null ? [] : rootFacts(last)),
                [texts.next, dayName(next.day, language)],
                [texts.from, <Time key="from" at={next.dueAt} whole />],
                [texts.missing, missing.length > 0 && missing.map((day) => dayName(day, language)).join('、')],
                [texts.verify, <Id key="verify" label={texts.command} text={VERIFY} whole />],
              ]}
            />
          </section>
        </>
      )}
    </Read>
  )
}
