import { useState } from 'react'
import type { Answer } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { momentText } from '../../shared/shown/moments.ts'
import { Time } from '../../shared/shown/time.tsx'
import { failureText, isProblem } from '../../shared/state/failure.ts'
import { useResource } from '../../shared/state/use-resource.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { messageTexts } from '../messages/texts.ts'
import { channelTexts } from './texts.ts'

/** How the message that tries a channel fares. */
const Tried = ({ id }: { id: string }) => {
  const texts = useTexts(channelTexts)
  const reasons = useTexts(messageTexts)
  const { known } = useResource(`message ${id}`, (signal) => mine().messages.get(id, { signal }), {
    polls: ({ status }) => status === 'accepted',
  })
  const message = known.is === 'ok' ? known.value : undefined
  const why = message?.reason ? ` ${reasons[message.reason]}` : ''
  const told = {
    accepted: message?.attempts ? `${texts.tryWaits}${why}` : texts.trying,
    delivered: texts.tryDelivered,
    failed: `${texts.tryFailed}${why}`,
  }[message?.status ?? 'accepted']
  return (
    <>
      <p>{told}</p>
      <Link to={`/shortMessage/${id}`} className="standing">
        {texts.toMessage}
      </Link>
    </>
  )
}

type ChannelLineProps = {
  channel: Answer<'GET /v1/channels'>['channels'][number]
  onChange: () => void
  onRemove: () => void
}

/** One channel: where it leads, whether that still is, and what can be done with it. */
export const ChannelLine = ({ channel: { code, url, goneAt }, onChange, onRemove }: ChannelLineProps) => {
  const language = useLanguage()
  const texts = useTexts(channelTexts)
  const common = useTexts(commonTexts)
  const [tried, setTried] = useState<string>()
  const [failed, setFailed] = useState<unknown>()
  const tryIt = async (): Promise<void> => {
    setTried(undefined)
    setFailed(undefined)
    try {
      const now = serviceClock.now()
      const content = texts.tryContent(code, momentText(now, now, language))
      const sent = await mine().messages.send({
        title: texts.tryTitle,
        content,
        template: 'txt',
        channel: 'webhook',
        option: code,
      })
      setTried(sent.id)
    } catch (error) {
      setFailed(error)
    }
  }
  return (
    <li className="tight">
      <h2>{code}</h2>
      <p className="quiet">{url}</p>
      {goneAt !== null && (
        <Banner tone="warn">
          <p>
            {texts.gone} <Time at={goneAt} />
          </p>
          <p>{texts.goneMore}</p>
        </Banner>
      )}
      <div className="row">
        <Button label={texts.tryOf(code)} onPress={tryIt}>
          {texts.tryIt}
        </Button>
        <Button label={texts.editOf(code)} onPress={onChange}>
          {texts.edit}
        </Button>
        <Button label={texts.removeOf(code)} onPress={onRemove}>
          {texts.remove}
        </Button>
      </div>
      <Status>
        {failed !== undefined && <p>{failureText(failed, language)}</p>}
        {tried !== undefined && <Tried id={tried} />}
      </Status>
      {isProblem(failed, 'not_verified') && (
        <Link to="/verify" className="standing">
          {common.verify}
        </Link>
      )}
    </li>
  )
}
