import { useTexts } from '../../shared/language.ts'
import { Read } from '../../shared/state/read.tsx'
import { type Compared, ComparedCard } from '../papers/papers-card.tsx'
import { type Ticks, useTicks } from '../papers/points.tsx'
import { ReviewFacts, Said } from '../reviews/case-facts.tsx'
import { History } from '../reviews/history.tsx'
import type { Review } from '../reviews/review.ts'
import { ReviewHead } from '../reviews/review-head.tsx'
import { service, useResource } from '../service.ts'
import { AppCard } from './app-card.tsx'
import type { Certification, People } from './certification.ts'
import { EvidenceCard } from './evidence-card.tsx'
import { FieldsCard } from './fields-card.tsx'
import { NamesCard } from './names-card.tsx'
import { PeopleFacts } from './people-facts.tsx'
import { RoundsCard } from './rounds-card.tsx'
import { SubjectCard } from './subject-card.tsx'
import { certificationTexts } from './texts.ts'

/** People and pictures of a certification, closed until whoever holds the case opens them with a reason. */
const CertificationPapers = ({
  of,
  ticks,
  known,
}: {
  of: Review
  ticks: Ticks
  known: readonly string[] | undefined
}) => {
  const { accountId, subject } = of
  const compared: Compared<People> = {
    title: useTexts(certificationTexts).people,
    look: (why, signal) => service().operator.certifications.look(accountId, subject, why, { signal }),
    Facts: PeopleFacts,
    known,
  }
  return <ComparedCard of={of} ticks={ticks} compared={compared} />
}

/** What is asked for, and whose it is. */
const Cards = ({ of }: { of: Certification }) => (
  <>
    <div className="case-part">
      <NamesCard of={of} />
      <AppCard of={of} />
      <EvidenceCard of={of} />
    </div>
    <div className="case-part">
      <SubjectCard of={of} />
      <FieldsCard of={of} />
      <RoundsCard of={of.rounds} />
    </div>
  </>
)

/** The pictures that stood there when it was returned last, or all of them: what is none of these is new. */
const picturesBefore = ({ rounds, application }: Certification): string[] =>
  (rounds.at(-1)?.was ?? application).materials.map(({ id }) => id)

/** W5 a case about the certification of an app: the change of name, the applicant, every field, what was returned before, and what can be done. */
export const CertificationCase = ({ of, onDone }: { of: Review; onDone: () => unknown }) => {
  const ticks = useTicks(of.mine)
  const { accountId, subject } = of
  const certification = useResource(`certification ${of.id}`, (signal) =>
    service().operator.certifications.get(accountId, subject, { signal }),
  )
  const { known, read } = certification
  const done = () => {
    read()
    return onDone()
  }
  const fields = known.is === 'ok' ? known.value.fields.map(({ word }) => word) : undefined
  return (
    <>
      <ReviewHead of={of} ticks={ticks} fields={fields} onDone={done} />
      <CertificationPapers of={of} ticks={ticks} known={known.is === 'ok' ? picturesBefore(known.value) : undefined} />
      <div className="case case-three">
        <Read of={certification}>{(value) => <Cards of={value} />}</Read>
        <div className="case-part">
          <ReviewFacts of={of} />
          <Said of={of} />
          <History of={of} />
        </div>
      </div>
    </>
  )
}
