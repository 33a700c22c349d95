import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { RadioCards } from '../../shared/controls/choices.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { momentText } from '../../shared/shown/moments.ts'
import type { Device } from '../device.ts'
import { useFailure } from '../failure.ts'
import { faults, faultTexts } from '../faults.ts'
import type { Handset } from '../handset.ts'
import { keep, readKept } from '../kept.ts'
import { useLanguage, useTexts } from '../language.ts'
import { lookAgain } from '../page.ts'
import { hasMovableClock } from '../sandbox.ts'
import { phoneTexts } from '../texts.ts'

const Clock = ({ handset: { sandbox } }: { handset: Handset }) => {
  const texts = useTexts(phoneTexts)
  const language = useLanguage()
  const failure = useFailure()
  const [told, setTold] = useState('')
  const advance = async (by: string): Promise<void> => {
    try {
      const now = (await sandbox.clock.advance(by)).getTime()
      setTold(texts.now(momentText(now, now, language)))
    } catch (error) {
      setTold(failure(error))
    }
    lookAgain()
  }
  return (
    <section className="tight" aria-label={texts.clock}>
      <h3>{texts.clock}</h3>
      <p className="quiet">{hasMovableClock() ? texts.clockMore : texts.noClock}</p>
      {hasMovableClock() && (
        <div className="row">
          <Button onPress={() => advance('1m')}>{texts.minute}</Button>
          <Button onPress={() => advance('1h')}>{texts.hour}</Button>
          <Button onPress={() => advance('1d')}>{texts.day}</Button>
        </div>
      )}
      <Status>{told !== '' && <p>{told}</p>}</Status>
    </section>
  )
}

const Faults = ({ handset: { sandbox } }: { handset: Handset }) => {
  const texts = useTexts(phoneTexts)
  const names = useTexts(faultTexts)
  const failure = useFailure()
  const [armed, setArmed] = useState<readonly string[]>([])
  const [told, setTold] = useState('')
  const press = async ({ name, target, mode }: (typeof faults)[number]): Promise<void> => {
    const isArmed = armed.includes(name)
    try {
      await sandbox.fault({ target, mode, times: isArmed ? 0 : 1 })
      // A target has one at a time.
      const others = faults.filter((one) => one.target === target).map((one) => one.name)
      setArmed((all) => [...all.filter((one) => !others.some((other) => other === one)), ...(isArmed ? [] : [name])])
      setTold(isArmed ? texts.disarmed : texts.armed)
    } catch (error) {
      setTold(failure(error))
    }
  }
  return (
    <section className="tight" aria-label={texts.faults}>
      <h3>{texts.faults}</h3>
      <p className="quiet">{texts.faultsMore}</p>
      <div className="row">
        {faults.map((fault) => (
          <button
            key={fault.name}
            type="button"
            className="button"
            aria-pressed={armed.includes(fault.name)}
            onClick={() => void press(fault)}
          >
            {names[fault.name]}
          </button>
        ))}
      </div>
      <Status>{told !== '' && <p>{told}</p>}</Status>
    </section>
  )
}

const HERE = 'here'

const Place = () => {
  const texts = useTexts(phoneTexts)
  return (
    <RadioCards<Device | typeof HERE>
      id="phone-device"
      label={texts.device}
      hint={texts.deviceMore}
      chosen={readKept().device ?? HERE}
      onChoose={(device) => {
        keep({ device: device === HERE ? undefined : device })
        location.reload()
      }}
      options={[
        { value: HERE, name: texts.here },
        { value: 'wechat', name: texts.wechat },
        { value: 'phone_browser', name: texts.phoneBrowser },
      ]}
    />
  )
}

/** What no phone has: the clock of the service, what goes wrong, and where the page is opened. */
export const More = ({ handset, onPutAway }: { handset: Handset; onPutAway: () => void }) => {
  const texts = useTexts(phoneTexts)
  return (
    <>
      <Clock handset={handset} />
      <Place />
      <Faults handset={handset} />
      <div className="tight">
        <Button kind="plain" onPress={onPutAway}>
          {texts.away}
        </Button>
        <p className="quiet">{texts.awayMore}</p>
      </div>
    </>
  )
}
