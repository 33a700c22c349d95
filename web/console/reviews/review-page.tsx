import { CERTIFICATE_APPEAL } from '../../../functions/certificates/appealing/case-kind.ts'
import { CERTIFICATE_PAGE, CERTIFICATE_REPORT } from '../../../functions/certificates/reporting/case-kinds.ts'
import { CERTIFICATION } from '../../../functions/certification/deciding/case-kind.ts'
import { papersKinds } from '../../../functions/verification/papers/papers-kinds.ts'
import { useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { Read } from '../../shared/state/read.tsx'
import { CertificateCard } from '../certificates/certificate-card.tsx'
import { CertificationCase } from '../certification/certification-case.tsx'
import { PapersCard } from '../papers/papers-card.tsx'
import { useTicks } from '../papers/points.tsx'
import { Next } from '../queue/next.tsx'
import { service, useResource } from '../service.ts'
import { ReviewFacts, Said } from './case-facts.tsx'
import { History } from './history.tsx'
import { Materials } from './materials.tsx'
import type { Review } from './review.ts'
import { ReviewHead } from './review-head.tsx'
import { reviewTexts } from './texts.ts'

const materialsOf = ({ materials, asked }: Review): string[] => [
  ...new Set([...materials, ...asked.flatMap(({ answer }) => answer?.materials ?? [])]),
]

const arePapers = ({ kind }: Review): boolean => papersKinds.some((one) => one === kind)

/** Nobody but operators sees these. */
const isUnseen = ({ kind }: Review): boolean => kind === CERTIFICATE_REPORT || kind === CERTIFICATE_PAGE

const isAboutCertificate = (of: Review): boolean => isUnseen(of) || of.kind === CERTIFICATE_APPEAL

/** The case as it stands; papers stand above all else, as wide as there is room. */
const Case = ({ of, onDone }: { of: Review; onDone: () => unknown }) => {
  const texts = useTexts(reviewTexts)
  const ticks = useTicks(of.mine)
  return (
    <>
      <ReviewHead of={of} ticks={ticks} onDone={onDone} />
      {arePapers(of) && <PapersCard of={of} ticks={ticks} />}
      <div className="case case-three">
        <div className="case-part">
          <ReviewFacts of={of} />
        </div>
        <div className="case-part">
          {isUnseen(of) ? <p className="quiet">{texts.notTheirs}</p> : <Said of={of} />}
          {isAboutCertificate(of) && <CertificateCard id={of.subject} review={of.id} />}
          {!arePapers(of) && !isAboutCertificate(of) && <Materials of={materialsOf(of)} />}
        </div>
        <div className="case-part">
          <History of={of} isUnseen={isUnseen(of)} />
        </div>
      </div>
    </>
  )
}

/** One case: its facts, what the user said and handed in, what happened to it, and what can be done. */
export const ReviewPage = ({ params, query }: PageTold) => {
  const texts = useTexts(reviewTexts)
  const { id = '' } = params
  const review = useResource(`review ${id}`, (signal) => service().operator.reviews.get(id, { signal }))
  return (
    <Page title={texts.title} wide>
      <Next query={query} current={id} />
      <Read of={review}>
        {(of) =>
          of.kind === CERTIFICATION ? (
            <CertificationCase of={of} onDone={review.read} />
          ) : (
            <Case of={of} onDone={review.read} />
          )
        }
      </Read>
    </Page>
  )
}
