import { useState } from 'react'
import { type Answer, createShiming } from 'shiming-client'
import type { Language } from '../../shared/kernel/language.ts'
import { lookAgain } from './page.ts'
import { sandboxIn } from './sandbox.ts'

/** What a desktop asks that showed a code. */
export type Asking = { code: string; asks: Answer<'POST /v1/scans/looks'> }

/** The phone is a device of its own: it has none of the cookies of the page it lies beside. */
const serviceIn = (language: Language) =>
  createShiming({
    baseUrl: location.origin,
    language,
    fetch: (url, init) => fetch(url, { ...init, credentials: 'omit' }),
  })

/** In memory only: whose sessions the phone is in, by number. */
const tokens = new Map<string, string>()

/** Signs the phone in by its own number, as somebody does who reads the code there; once for each number. */
const tokenOf = async (number: string, language: Language): Promise<string> => {
  const known = tokens.get(number)
  if (known !== undefined) return known
  const { smsCodes, sessions } = serviceIn(language)
  const { smsCodeId } = await smsCodes.send(number)
  const code = await sandboxIn(language).codeFor(number)
  const { token = '' } = await sessions.create({ phone: number, smsCodeId, code })
  tokens.set(number, token)
  return token
}

/** Scans the code of a desktop, and lets it in or not, or goes on by it. */
export const useScanning = (language: Language) => {
  const [asking, setAsking] = useState<Asking>()
  const [wentOn, setWentOn] = useState<string>()
  return {
    asking,
    /** On which page the phone went on, in the account of the desktop. */
    wentOn,
    async scanDesk(code: string): Promise<void> {
      setAsking(undefined)
      setWentOn(undefined)
      setAsking({ code, asks: await serviceIn(language).scans.look(code) })
      lookAgain()
    },
    /** Goes on by the code, in the account of the desktop. */
    async goOn(): Promise<void> {
      if (!asking) return
      try {
        const { returnPath } = await serviceIn(language).scans.enter({ code: asking.code })
        setAsking(undefined)
        setWentOn(returnPath)
      } finally {
        lookAgain()
      }
    },
    /** Decides as whoever has that number. */
    async decide(number: string, decision: 'confirm' | 'refuse'): Promise<void> {
      if (!asking) return
      try {
        const token = await tokenOf(number, language)
        await serviceIn(language).withSession(token).scans.decide({ code: asking.code, decision })
        setAsking(undefined)
      } catch (error) {
        // The session may have been ended on the page.
        tokens.delete(number)
        throw error
      } finally {
        lookAgain()
      }
    },
  }
}
