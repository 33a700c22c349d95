import { useEffect, useRef, useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Status, Waiting } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { systemText } from '../../shared/shown/browsers.ts'
import { failureText } from '../../shared/state/failure.ts'
import { Ended, Picture } from './desktop-code.tsx'
import { desktopTexts, goingOnTexts } from './texts.ts'
import { type Code, useNewCode, useStanding } from './use-code.ts'

type Taken = NonNullable<ReturnType<typeof useStanding>['taken']>

/** The phone has it: this page waits, and whoever sits here can send it away. */
const OnPhone = ({ taken: { device, session } }: { taken: Taken }) => {
  const language = useLanguage()
  const texts = useTexts(goingOnTexts)
  const [told, setTold] = useState('')
  const [isEnded, setEnded] = useState(false)
  const end = async (): Promise<void> => {
    if (session === null) return
    try {
      await mine().sessions.end(session)
      setEnded(true)
      setTold(texts.ended)
    } catch (error) {
      setTold(failureText(error, language))
    }
  }
  return (
    <>
      <Status>
        {!isEnded && <Waiting>{texts.taken}</Waiting>}
        {told !== '' && <p>{told}</p>}
      </Status>
      {!isEnded && device !== null && <p>{texts.on(systemText(device))}</p>}
      {!isEnded && <p className="quiet">{texts.takenMore}</p>}
      {!isEnded && session !== null && <Button onPress={end}>{texts.notMine}</Button>}
    </>
  )
}

const Followed = ({ code, ask, onTaken }: { code: Code; ask: () => Promise<void>; onTaken: () => void }) => {
  const texts = useTexts(goingOnTexts)
  const { standing, taken } = useStanding(code)
  const latest = useRef(onTaken)
  latest.current = onTaken
  useEffect(() => {
    if (standing === 'taken') latest.current()
  }, [standing])
  if (standing === 'taken') return taken && <OnPhone taken={taken} />
  return (
    <>
      <Status>
        <Picture {...{ code, standing, ask }} label={texts.label} scannedMore={texts.scannedMore} />
      </Status>
      <p className="quiet">{texts.careful}</p>
    </>
  )
}

const Shown = ({ to, onTaken }: GoingOnProps) => {
  const language = useLanguage()
  const texts = useTexts(desktopTexts)
  const { code, failed, ask } = useNewCode(() => mine().scans.open({ purpose: 'continue', returnPath: to }))
  if (failed !== undefined) return <Ended text={failureText(failed, language)} ask={ask} />
  return code ? <Followed key={code.id} {...{ code, ask, onTaken }} /> : <Waiting>{texts.coming}</Waiting>
}

type GoingOnProps = {
  /** Where the phone goes on. */
  to: string
  /** The phone has it: what the page waits for comes from there. */
  onTaken: () => void
}

/** For a desktop, where something is to be photographed: a code by which whoever sits there goes on on their phone. */
export const GoingOn = (props: GoingOnProps) => {
  const texts = useTexts(goingOnTexts)
  const [isShown, setShown] = useState(false)
  return (
    <section className="card tight scan-code below" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <p className="quiet">{texts.lead}</p>
      {isShown ? (
        <>
          <Shown {...props} />
          <Button kind="plain" onPress={() => setShown(false)}>
            {texts.here}
          </Button>
        </>
      ) : (
        <Button onPress={() => setShown(true)}>{texts.show}</Button>
      )}
    </section>
  )
}
