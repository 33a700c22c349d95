import { useState } from 'react'
import { ShimingProblem, ShimingUnreachable } from 'shiming-client'
import type { Refused } from '../../../shared/controls/form.ts'
import { useLanguage, useTexts } from '../../../shared/language.ts'
import { router } from '../../../shared/router/router.ts'
import { mine, service } from '../../../shared/service.ts'
import { refusedIn } from '../../../shared/state/failure.ts'
import type { Notice } from '../../consent/notice.ts'
import type { PictureKind } from '../../pictures/picture.ts'
import { saidOf } from '../../pictures/texts.ts'
import type { Pictures } from '../../pictures/use-pictures.ts'
import { papersDraft } from '../draft/draft.ts'
import { forgetKept } from '../draft/kept.ts'
import { addressOf } from '../draft/step.ts'
import type { Papers } from '../draft/typed.ts'
import type { Corrections } from '../draft/wanted.ts'
import { papersTexts } from '../texts.ts'
import { caseAddress, findOpenCase } from './open-case.ts'
import { barIn, corrected, type PapersBar, picturesIn, saysChanged, stepOf } from './refused.ts'

type HandingIn = {
  pictures: Pictures
  kinds: readonly PictureKind[]
  /** Reads anew how the account is. */
  read: () => Promise<void>
}

/**
 * Hands papers in, and knows what the service said instead: another notice, other pictures, or that it leads nowhere (`bar`). Afterwards the case
 * is shown.
 */
export const useHandingIn = ({ pictures, kinds, read }: HandingIn) => {
  const language = useLanguage()
  const texts = useTexts(papersTexts)
  const [newer, setNewer] = useState<Notice>()
  const [bar, setBar] = useState<PapersBar>()
  const [open, setOpen] = useState<string>()
  const [corrections, setCorrections] = useState<Corrections>({ more: [], less: [] })

  const lookForOpen = async (): Promise<boolean> => {
    const found = await findOpenCase()
    setOpen(found)
    if (found !== undefined) setBar({ code: 'papers_open' })
    return found !== undefined
  }
  /** The service speaks of this picture; above the form it is to be said which. */
  const named = (told: Refused | undefined): Refused | undefined =>
    told && {
      ...told,
      errors: told.errors.map((one) => {
        const kind = kinds.find((of) => one.pointer === `/pictures/${of}`)
        return kind ? { ...one, detail: saidOf(kind, one.detail, language) } : one
      }),
    }
  const refusedFields = (error: ShimingProblem): Refused | undefined => {
    setCorrections((known) => corrected(known, error.errors, kinds))
    // What is part of something else, or gone, is to be sent anew.
    for (const kind of picturesIn(error.errors, 'material_unusable', kinds)) pictures[kind].remove()
    if (error.errors.every(({ code }) => code === 'picture_not_asked'))
      return { errors: [], text: texts.picturesChanged }
    const step = stepOf(error.errors)
    if (step && step !== 'send') router().go(addressOf(step), { replace: true })
    return named(refusedIn(error, language))
  }
  const refused = async (error: unknown): Promise<Refused | undefined> => {
    if (error instanceof ShimingUnreachable)
      return error.mayHaveHappened && (await lookForOpen()) ? undefined : { errors: [], text: texts.unreachable }
    if (!(error instanceof ShimingProblem)) return refusedIn(error, language)
    const found = barIn(error)
    if (found?.code === 'papers_open') await lookForOpen()
    setBar(found)
    if (found) return undefined
    if (saysChanged(error.code)) await read()
    if (error.is('consent_outdated')) setNewer(await service().consentNotices.get(error.extra.notice))
    return error.errors.length > 0 ? refusedFields(error) : refusedIn(error, language)
  }
  return {
    newer,
    bar,
    open,
    corrections,
    /** Says why it leads nowhere; undefined for the form again. */
    setBar,
    async handIn(papers: Papers): Promise<Refused | undefined> {
      try {
        const { review } = await mine().papers.submit(papers)
        papersDraft.forget()
        forgetKept()
        router().go(caseAddress(review), { replace: true })
        return undefined
      } catch (error) {
        return refused(error).catch((again: unknown) => refusedIn(again, language))
      }
    },
  }
}
