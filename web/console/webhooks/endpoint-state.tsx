import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Age } from '../controls/due.tsx'
import { useWords } from '../words/use-words.ts'
import { endpointWords, webhookTexts } from './texts.ts'
import type { Endpoint } from './webhook-deeds.ts'

/** Whether an endpoint gets events and takes them, in a word. */
export const EndpointTag = ({ of: { status, failingSince } }: { of: Endpoint }) => {
  const texts = useTexts(webhookTexts)
  const word = useWords()
  if (status === 'disabled') return <Tag tone="danger">{word(endpointWords, status)}</Tag>
  return failingSince === null ? (
    <Tag tone="good">{word(endpointWords, status)}</Tag>
  ) : (
    <Tag tone="warn">{texts.failing}</Tag>
  )
}

/** Since when an endpoint has taken nothing; nothing is drawn of one that took the last. */
export const FailingSince = ({ of: { failingSince } }: { of: Endpoint }) =>
  failingSince === null ? null : (
    <span className="line">
      <Time at={failingSince} />
      <span className="quiet">
        <Age since={failingSince} />
      </span>
    </span>
  )
