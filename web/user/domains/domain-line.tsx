import { useState } from 'react'
import { ShimingProblem } from 'shiming-client'
import { AskedButton } from '../../shared/controls/asked-button.tsx'
import { Button } from '../../shared/controls/button.tsx'
import { Banner, Status, Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { failureText, isProblem } from '../../shared/state/failure.ts'
import { Until } from '../until.tsx'
import type { Domain } from './domain.ts'
import { HowToShow } from './how-to-show.tsx'
import { domainTexts } from './texts.ts'

type LineProps = { of: Domain; read: () => Promise<void> }

const tones = { waiting: 'info', proven: 'good', lapsed: 'warn', expired: 'warn' } as const

/** What a look came to: it was there, what is missing at either place, or that nobody could look. */
type Seen = { is: 'found' } | { is: 'missing'; dns: string; file: string } | { is: 'failed'; text: string }

const reasons = ['nothing', 'other', 'unreachable', 'refused'] as const
const reasonOf = (word: string) => reasons.find((one) => one === word) ?? 'nothing'

const Look = ({ of, read }: LineProps) => {
  const language = useLanguage()
  const texts = useTexts(domainTexts)
  const [seen, setSeen] = useState<Seen>()
  const look = async (): Promise<void> => {
    setSeen(undefined)
    try {
      await mine().domains.prove(of.domain)
      setSeen({ is: 'found' })
    } catch (error) {
      const isMissing = error instanceof ShimingProblem && isProblem(error, 'domain_not_proven')
      setSeen(
        isMissing
          ? { is: 'missing', dns: String(error.extra.dns), file: String(error.extra.file) }
          : { is: 'failed', text: failureText(error, language) },
      )
    }
    await read()
  }
  return (
    <>
      <Button {...(of.status === 'waiting' && { kind: 'main' as const })} wide onPress={look}>
        {of.status === 'waiting' ? texts.look : texts.lookAgain} <span className="only-heard">{of.domain}</span>
      </Button>
      <Status>
        {seen?.is === 'found' && <Banner tone="good">{texts.found}</Banner>}
        {seen?.is === 'failed' && <Banner tone="warn">{seen.text}</Banner>}
        {seen?.is === 'missing' && (
          <Banner tone="warn">
            <p>{texts.notFound}</p>
            <dl className="facts">
              <div>
                <dt>{texts.dns}</dt>
                <dd>{texts[reasonOf(seen.dns)]}</dd>
              </div>
              <div>
                <dt>{texts.inFile}</dt>
                <dd>{texts[reasonOf(seen.file)]}</dd>
              </div>
            </dl>
          </Banner>
        )}
      </Status>
    </>
  )
}

/** Its time is over: it begins anew, with another text. */
const Again = ({ of, read }: LineProps) => {
  const language = useLanguage()
  const texts = useTexts(domainTexts)
  const [failed, setFailed] = useState('')
  const add = async (): Promise<void> => {
    setFailed('')
    try {
      await mine().domains.add({ domain: of.domain })
    } catch (error) {
      setFailed(failureText(error, language))
    }
    await read()
  }
  return (
    <>
      <p>{texts.lapsedMore}</p>
      {failed !== '' && <p role="alert">{failed}</p>}
      <Button wide onPress={add}>
        {texts.addAgain} <span className="only-heard">{of.domain}</span>
      </Button>
    </>
  )
}

/** One domain: how it stands and until when, what it has to show, a look at it, and its end. */
export const DomainLine = ({ of, read }: LineProps) => {
  const texts = useTexts(domainTexts)
  const { domain, status, expiresAt, provenAt, provenBy } = of
  const isOpen = status === 'waiting' || status === 'proven'
  return (
    <li className="stack">
      <div className="row apart">
        <h3>{domain}</h3>
        <Tag tone={tones[status]}>{texts[status]}</Tag>
      </div>
      <dl className="facts">
        <div>
          <dt>{provenAt === null ? texts.until : texts.validUntil}</dt>
          <dd>
            <Until at={expiresAt} />
          </dd>
        </div>
        {provenAt !== null && (
          <div>
            <dt>{texts.provenAt}</dt>
            <dd>
              <Time at={provenAt} /> {provenBy !== null && texts[`by_${provenBy}`]}
            </dd>
          </div>
        )}
      </dl>
      {status === 'waiting' && <HowToShow of={of} />}
      {status === 'proven' && (
        <>
          <p className="quiet">{texts.keep}</p>
          <details className="stack">
            <summary className="button">{texts.showHow}</summary>
            <HowToShow of={of} />
          </details>
        </>
      )}
      {isOpen ? <Look of={of} read={read} /> : <Again of={of} read={read} />}
      <AskedButton
        kind="plain"
        question={{
          title: texts.removeTitle(domain),
          more: texts.removeMore,
          yes: texts.removeYes,
          no: texts.removeNo,
        }}
        onYes={() => mine().domains.remove(domain)}
        onOver={read}
      >
        {texts.remove} <span className="only-heard">{domain}</span>
      </AskedButton>
    </li>
  )
}
