import { useState } from 'react'
import { ShimingProblem, ShimingUnreachable } from 'shiming-client'
import type { NextStepName } from '../../../functions/verification/next-steps.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine, service } from '../../shared/service.ts'
import { failureText } from '../../shared/state/failure.ts'
import type { Notice } from '../consent/notice.ts'
import { knownSteps } from '../known-steps.ts'
import { forgetKept } from '../papers/draft/kept.ts'
import { handedIn } from './handed-in.ts'
import type { SideReading } from './reading/reading.ts'
import { unreadableIn } from './reading/reading.ts'
import { documentTexts } from './texts.ts'

/** Why photos were not taken, in words, and what leads on. */
export type HandInRefusal = {
  text: string
  next: readonly NextStepName[]
  /** `name`, `id_number`. */
  differs: readonly string[]
  /** Whether a person who looks at papers can help. */
  isForPeople: boolean
}

/** These say that the account is no longer as this page knows it. */
const CHANGED: readonly string[] = [
  'document_check_open',
  'document_proven',
  'document_needs_identity',
  'documents_not_offered',
  'banned',
]

/** No other photo helps against these, and a person may. */
const FOR_PEOPLE: readonly string[] = [
  'document_needs_resident_id',
  'too_many_document_checks',
  'too_many_refusals',
  'resubmitted_too_soon',
  'document_not_read',
]

type Side = 'front' | 'back'

type HandingIn = {
  /** What the service said of the photo of a side when it looked again. */
  onUnreadable: (side: Side, why: SideReading & { is: 'refused' }) => void
  /** A photo is part of something else, or kept no longer. */
  onGone: (side: Side) => void
  onNotice: (notice: Notice) => void
  /** Reads anew how the account is. */
  read: () => Promise<void>
}

/** What differs, and that a person looks after so many tries. */
const differenceIn = (problem: ShimingProblem): Pick<HandInRefusal, 'differs' | 'isForPeople'> =>
  problem.is('document_differs')
    ? { differs: problem.extra.differs, isForPeople: problem.extra.comesNext === 'review' }
    : { differs: [], isForPeople: FOR_PEOPLE.includes(problem.code) }

/** Hands both photos in, and knows why they were not taken. Afterwards the page shows how far the check is. */
export const useHandingIn = ({ onUnreadable, onGone, onNotice, read }: HandingIn) => {
  const language = useLanguage()
  const texts = useTexts(documentTexts)
  const [refusal, setRefusal] = useState<HandInRefusal>()
  const [isSending, setSending] = useState(false)

  const saidOf = (text: string, problem?: ShimingProblem): HandInRefusal => ({
    text,
    next: knownSteps(problem?.next ?? []),
    ...(problem ? differenceIn(problem) : { differs: [], isForPeople: false }),
  })
  /** A photo that is to be taken again is said at its side. */
  const isOfPhoto = (problem: ShimingProblem): boolean => {
    const why = unreadableIn(problem)
    if (why) onUnreadable(why.side, { is: 'refused', why })
    const gone = problem.errors.find(({ code }) => code === 'material_unusable')
    if (gone) onGone(gone.pointer === '/back' ? 'back' : 'front')
    return why !== undefined || gone !== undefined
  }
  const refused = async (error: unknown): Promise<HandInRefusal | undefined> => {
    if (error instanceof ShimingUnreachable) {
      if (error.mayHaveHappened) await read()
      return saidOf(texts.unreachable)
    }
    if (!(error instanceof ShimingProblem)) return saidOf(failureText(error, language))
    if (isOfPhoto(error)) return undefined
    if (error.is('consent_outdated')) onNotice(await service().consentNotices.get(error.extra.notice))
    if (CHANGED.includes(error.code)) await read()
    return saidOf(failureText(error, language), error)
  }
  return {
    refusal,
    isSending,
    forget: () => setRefusal(undefined),
    /** Whether they were taken. */
    async handIn(photos: Record<Side, string>, notice: Notice): Promise<boolean> {
      setRefusal(undefined)
      setSending(true)
      try {
        await mine().documents.handIn({ ...photos, consent: { notice: notice.version, agreed: true } })
        handedIn.set(photos)
        forgetKept()
        await read()
        return true
      } catch (error) {
        setRefusal(await refused(error).catch((again: unknown) => saidOf(failureText(again, language))))
        return false
      } finally {
        setSending(false)
      }
    },
  }
}
