import { paperNames } from '../../../functions/certification/papers/words.ts'
import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { type Fact, Facts } from '../controls/facts.tsx'
import type { Certification } from './certification.ts'
import { evidenceTexts } from './evidence-texts.ts'

/** W4 W2 until when each paper counts as its administrator says it, to be held against the picture; and domains that the account has proven. */
export const EvidenceCard = ({ of: { application, domains } }: { of: Certification }) => {
  const language = useLanguage()
  const texts = useTexts(evidenceTexts)
  if (application.papers.length === 0 && domains.length === 0) return null
  const papers = application.papers.map(
    ({ kind, day, until, over }): Fact => [
      paperNames[kind][language],
      <span key={kind} className="line">
        {texts[`day_${kind}`](day)} {until !== null && <Time at={until} />}{' '}
        {over && <Tag tone="danger">{texts.over}</Tag>}
      </span>,
    ],
  )
  const proven = domains.map(
    ({ domain, by, until }): Fact => [
      domain,
      <span key={domain} className="line">
        <Tag tone="good">{texts[by]}</Tag> {texts.until} <Time at={until} />
      </span>,
    ],
  )
  return (
    <section className="card stack">
      <h2>{texts.title}</h2>
      {papers.length > 0 && (
        <>
          <h3>{texts.papers}</h3>
          <p className="quiet">{texts.papersMore}</p>
          <Facts of={papers} />
        </>
      )}
      {proven.length > 0 && (
        <>
          <h3>{texts.domains}</h3>
          <Facts of={proven} />
        </>
      )}
    </section>
  )
}
