import { Button } from '../../shared/controls/button.tsx'
import { browserText } from '../../shared/shown/browsers.ts'
import { Time } from '../../shared/shown/time.tsx'
import { useFailure } from '../failure.ts'
import type { Handset } from '../handset.ts'
import { useLanguage, useTexts } from '../language.ts'
import type { Asking } from '../scanning.ts'
import { phoneTexts } from '../texts.ts'

type GoOnProps = { handset: Handset; asking: Asking; tell: (text: string) => void }

/** What somebody reads whose phone is to go on in the account of a desktop. */
export const GoOn = ({ handset, asking: { asks }, tell }: GoOnProps) => {
  const texts = useTexts(phoneTexts)
  const language = useLanguage()
  const failure = useFailure()
  return (
    <>
      <h3>{texts.goOnAsks}</h3>
      <dl className="facts">
        <div>
          <dt>{texts.deskBrowser}</dt>
          <dd>{browserText(asks.browser, language) ?? texts.deskUnknown}</dd>
        </div>
        <div>
          <dt>{texts.deskAt}</dt>
          <dd>
            <Time at={asks.askedAt} />
          </dd>
        </div>
        <div>
          <dt>{texts.goOnAccount}</dt>
          <dd className="number">{asks.account?.phone ?? asks.account?.externalId ?? texts.deskUnknown}</dd>
        </div>
      </dl>
      <Button wide onPress={() => handset.goOn().catch((error: unknown) => tell(failure(error)))}>
        {texts.goOn}
      </Button>
    </>
  )
}

/** Where the phone goes on: a window of its own, as a page on a phone would be. */
export const WentOn = ({ path }: { path: string }) => {
  const texts = useTexts(phoneTexts)
  return (
    <>
      <p role="status">{texts.wentOn}</p>
      <a className="button button-wide" href={path} target="_blank" rel="noreferrer">
        {texts.openGoneOn}
      </a>
    </>
  )
}
