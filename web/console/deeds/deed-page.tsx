import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { service, useResource } from '../service.ts'
import { useWords } from '../words/use-words.ts'
import { By, Detail } from './deed-shown.tsx'
import { DeedsLink } from './deeds-link.tsx'
import { reasonTold } from './detail-words.ts'
import { RootFacts, Sealed } from './seal-card.tsx'
import { sealTexts } from './seal-texts.ts'
import { SubjectShown } from './subject-shown.tsx'
import { actionWords, deedsTexts } from './texts.ts'

/** One record of the audit: what it says, where it stands in the chain of its subject, and the root that covers it. */
export const DeedPage = ({ params: { id = '' } }: PageTold) => {
  const texts = useTexts(deedsTexts)
  const seal = useTexts(sealTexts)
  const word = useWords()
  const language = useLanguage()
  const deed = useResource(`deed ${id}`, (signal) => service().operator.deeds.get(id, { signal }))
  return (
    <Page title={texts.one} wide>
      <Read of={deed}>
        {(of) => (
          <>
            <div className="case-head">
              <Sealed is={of.sealed} />
              <DeedsLink subject={of.subject} />
            </div>
            <div className="case">
              <section className="card stack">
                <h2>{word(actionWords, of.action)}</h2>
                {of.reason !== '' && <p className="said">{reasonTold(of.reason, language)}</p>}
                <Facts
                  of={[
                    [texts.by, <By key="by" of={of.by} />],
                    [texts.at, <Time key="at" at={of.at} whole />],
                    [texts.subject, <SubjectShown key="subject" of={of.subject} whole />],
                    [texts.detail, (of.purpose ?? of.detail) !== null && <Detail key="detail" of={of} />],
                  ]}
                />
              </section>
              <div className="case-part">
                <section className="card stack">
                  <h2>{texts.chain}</h2>
                  <Facts
                    of={[
                      [texts.nth, of.n],
                      [texts.id, <Id key="id" label={texts.id} text={of.id} whole />],
                      [texts.hash, <Id key="hash" label={texts.hash} text={of.hash} />],
                      [texts.previous, <Id key="previous" label={texts.previous} text={of.previous} />],
                    ]}
                  />
                </section>
                <section className="card stack">
                  <h2>{seal.by}</h2>
                  {of.root === null ? <p className="quiet">{seal.later}</p> : <RootFacts of={of.root} />}
                </section>
              </div>
            </div>
          </>
        )}
      </Read>
    </Page>
  )
}
