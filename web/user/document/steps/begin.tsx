import { useState } from 'react'
import { useTexts } from '../../../shared/language.ts'
import { Consent } from '../../consent/consent.tsx'
import { type Notice, noticeName } from '../../consent/notice.ts'
import { consentTexts } from '../../consent/texts.ts'
import { PapersEntrance } from '../../papers/entrance.tsx'
import type { Terms } from '../document.ts'
import type { For } from '../step.ts'
import { documentTexts } from '../texts.ts'
import { Onward } from './onward.tsx'

type BeginProps = {
  whom: For
  terms: Terms
  notice: Notice
  isNewer: boolean
  agreedTo: string
  onAgree: (agreedTo: string) => void
  onNext: () => void
}

/** What the photos are for, what becomes of them, and the consent of its own before the first. */
export const Begin = ({ whom, terms, notice, isNewer, agreedTo, onAgree, onNext }: BeginProps) => {
  const texts = useTexts(documentTexts)
  const consent = useTexts(consentTexts)
  const [isMissing, setMissing] = useState(false)
  const agreed = agreedTo === noticeName(notice)
  const next = (): void => {
    setMissing(!agreed)
    if (agreed) onNext()
    else document.getElementById('agreedTo')?.focus()
  }
  return (
    <div className="stack below">
      <section className="card stack">
        <h2>{texts.whatFor}</h2>
        <ul className="tight">
          {(whom === 'known' ? [texts.for1, texts.for2, texts.for3] : [texts.nobody1, texts.nobody2]).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="quiet">{texts.howOften(terms.readingsPerDay, terms.triesBeforeReview)}</p>
      </section>
      <section className="card stack">
        <Consent
          {...{ notice, isNewer, agreedTo, onAgree }}
          points={[texts.collects, texts.usedFor, texts.givenTo, texts.keptHow, texts.ifNot]}
          error={isMissing && !agreed ? consent.missing : undefined}
        />
      </section>
      <Onward step="begin" whom={whom} next={texts.begin} onNext={next} />
      <p>
        <PapersEntrance kind="beside" document="resident_id">
          {texts.orPapers}
        </PapersEntrance>
      </p>
    </div>
  )
}
