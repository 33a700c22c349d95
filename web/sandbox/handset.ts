import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Shown } from 'shiming-client/sandbox'
import { MINUTE, SECOND } from '../../shared/kernel/time.ts'
import { serviceClock } from '../shared/shown/clock.ts'
import type { Store } from '../shared/store.ts'
import { deskCodeIn } from './desk-code.ts'
import type { Bridge } from './device.ts'
import { keep, readKept } from './kept.ts'
import { useLanguage } from './language.ts'
import { fill, onAnswered, type Seen } from './page.ts'
import { shownBy } from './payment.ts'
import { type Person, sandboxIn } from './sandbox.ts'
import { useScanning } from './scanning.ts'
import { useRead, valueIn } from './use-read.ts'

/** How long a code is offered; it is not good for longer. */
const OFFERED = 5 * MINUTE

/** How far two readings of the service's clock may be apart: it is told in whole seconds. */
const INEXACT = 3 * SECOND

export type Message = { text: string; code: string; at: string }

/** Fills in what comes while the page waits for it, as phones do; not over what somebody has typed. */
const useFillingIn = (
  offered: Message | undefined,
  isAwaited: boolean,
  { empty, there }: Seen,
  fillCode: (message: Message) => boolean,
) => {
  const [byHand, setByHand] = useState(() => readKept().fillsByHand === true)
  const [filled, setFilled] = useState<Message>()
  const isDue = offered !== undefined && isAwaited && !byHand && empty.includes('code')
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each message.
  useEffect(() => {
    if (isDue && fillCode(offered)) setFilled(offered)
  }, [isDue])
  const isWanted = there.includes('code')
  useEffect(() => {
    if (!isWanted) setFilled(undefined)
  }, [isWanted])
  return {
    byHand,
    /** What was filled in last without a tap. */
    filled,
    fillByHand(choice: boolean): void {
      keep({ fillsByHand: choice })
      setByHand(choice)
    },
  }
}

const nameOf = ({ code, at }: Message): string => `${at} ${code}`

/** Who holds the phone: somebody of the catalogue, or whoever typed a number on the page. */
const useHolder = (people: readonly Person[] | undefined, typed: string | undefined) => {
  const [held, setHeld] = useState(() => readKept().person)
  const [number, setNumber] = useState<string>()
  useEffect(() => {
    if (typed !== undefined) setNumber(typed)
  }, [typed])
  const person = held === undefined ? undefined : people?.[held]
  return {
    person,
    number: number ?? person?.phone,
    hold(one: Person): void {
      const at = people?.indexOf(one) ?? -1
      setHeld(at)
      setNumber(one.phone)
      keep({ person: at })
    },
  }
}

/** All that the phone knows, from the page it lies beside and from the sandbox. */
export const useHandset = ({ page, bridge }: { page: Store<Seen>; bridge: Bridge }) => {
  const language = useLanguage()
  const seen = useSyncExternalStore(page.subscribe, page.get)
  const asked = useSyncExternalStore(bridge.subscribe, bridge.get)
  const [testerKey, setTesterKey] = useState(() => readKept().testerKey)
  const [used, setUsed] = useState<readonly string[]>([])
  const [scanned, setScanned] = useState<Shown>()
  const sandbox = sandboxIn(language)

  const peopleRead = useRead(`people ${testerKey}`, () => sandbox.people())
  const people = valueIn(peopleRead)
  const { person, number, hold } = useHolder(people, seen.number)

  const texts = useRead(number && `texts ${number} ${testerKey}`, () => sandbox.smsFor(String(number)), true)
  const { email } = seen
  const mails = useRead(email && `mails ${email} ${testerKey}`, () => sandbox.mailsFor(String(email)), true)
  const [askedAt, setAskedAt] = useState(0)
  const { read } = texts
  const { read: readMails } = mails
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number is read by another function.
  useEffect(
    () =>
      onAnswered(/\/v1\/(?:sms|email)-codes$/, (ago) => {
        setAskedAt(serviceClock.now() - ago)
        void read()
        void readMails()
      }),
    [number, email, testerKey],
  )
  // The newest of both, as a code may have come either way.
  const [newest] = [valueIn(texts)?.find(({ code }) => code !== ''), valueIn(mails)?.[0]]
    .filter((one) => one !== undefined)
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
  const since = Math.max(serviceClock.now() - OFFERED, askedAt - INEXACT)
  const isOffered = newest && newest.code !== '' && !used.includes(nameOf(newest)) && Date.parse(newest.at) >= since

  const onPage = seen.code === undefined ? undefined : shownBy(seen.code)
  const shown: Shown | undefined = asked ? { jsapi: asked.call } : (onPage ?? scanned)
  const look = useRead(shown && JSON.stringify([shown, language, testerKey]), () => sandbox.payer.looks(shown ?? {}))

  const offered = isOffered ? newest : undefined
  const fillCode = (message: Message): boolean => {
    setUsed((all) => [...all, nameOf(message)])
    return fill({ code: message.code }).length > 0
  }
  const first = person ?? people?.find(({ outcome }) => outcome === 'match')
  return {
    ...useScanning(language),
    /** The code of a desktop on the page. */
    deskCode: deskCodeIn(seen.code),
    /** Whoever holds the phone is found under that number. */
    holderNumber: number ?? first?.phone,
    /** Who would try the page next. */
    first,
    ...useFillingIn(offered, askedAt > 0, seen, fillCode),
    ...{ sandbox, seen, asked, peopleRead, people, person, number, hold, texts, email, mails, shown, look, testerKey },
    /** The code that came last, while it is worth something. */
    offered,
    scan: setScanned,
    /** Fills in the code of a message; it is not offered again. */
    fillCode,
    /** Gives the phone to somebody and fills in what the page asks of them. */
    give(one: Person): boolean {
      hold(one)
      const { name, idNumber, phone } = one
      return fill({ name, idNumber, phone }).length > 0
    },
    takeKey(key: string): void {
      keep({ testerKey: key })
      setTesterKey(key)
    },
  }
}

export type Handset = ReturnType<typeof useHandset>
