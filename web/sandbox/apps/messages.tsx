import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Checkbox } from '../../shared/controls/choices.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { serviceClock } from '../../shared/shown/clock.ts'
import { phoneGroups } from '../../shared/shown/digits.ts'
import { momentText } from '../../shared/shown/moments.ts'
import { useFailure } from '../failure.ts'
import type { Handset, Message } from '../handset.ts'
import { useLanguage, useTexts } from '../language.ts'
import { phoneTexts } from '../texts.ts'
import { Copy } from './copy.tsx'

type OneProps = { message: Message; onFill: () => void }

const One = ({ message: { text, code, at }, onFill }: OneProps) => {
  const texts = useTexts(phoneTexts)
  const language = useLanguage()
  return (
    <li className="tight">
      <p className="quiet">
        <time dateTime={at}>{momentText(Date.parse(at), serviceClock.now(), language)}</time>
      </p>
      <p className="phone-bubble">{text}</p>
      {code !== '' && (
        <div className="row">
          <Button label={`${texts.fill} ${code}`} onPress={onFill}>
            {texts.fill} {code}
          </Button>
          <Copy text={code} label={`${texts.copyCode} ${code}`} />
        </div>
      )}
    </li>
  )
}

/** Text messages to the number in use, the newest first. */
export const Messages = ({ handset }: { handset: Handset }) => {
  const texts = useTexts(phoneTexts)
  const failure = useFailure()
  const [told, setTold] = useState('')
  const {
    number,
    texts: { known },
  } = handset
  if (number === undefined) return <p>{texts.noNumber}</p>
  return (
    <>
      <h3>{texts.messagesOf(phoneGroups(number))}</h3>
      <Checkbox
        id="phone-by-itself"
        label={texts.byItself}
        checked={!handset.byHand}
        onCheck={(isByItself) => handset.fillByHand(!isByItself)}
      />
      <Status>{told !== '' && <p>{told}</p>}</Status>
      {known.is === 'failed' && <p role="alert">{failure(known.error)}</p>}
      {known.is === 'ok' && known.value.length === 0 && <p className="quiet">{texts.noMessages}</p>}
      {known.is === 'ok' && (
        <ol className="list">
          {known.value.map((message) => (
            <One
              key={`${message.at} ${message.code} ${message.text}`}
              message={message}
              onFill={() => setTold(handset.fillCode(message) ? texts.filled : texts.nothingToFill)}
            />
          ))}
        </ol>
      )}
    </>
  )
}
