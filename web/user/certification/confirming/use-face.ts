import { useState } from 'react'
import type { Answer } from 'shiming-client'
import { mine } from '../../../shared/service.ts'
import { useResource } from '../../../shared/state/use-resource.ts'
import { type Check, isOpen, readNow } from '../../face/check.ts'

type FaceTerms = Pick<Answer<'GET /v1/face-terms'>, 'offered'>

/** What is confirmed by face, and since when a confirmation of it was begun at the earliest. */
export type FaceAsked = { action: string; from: string }

const isOf = (asked: FaceAsked, { action, openedAt }: Check): boolean =>
  action === asked.action && Date.parse(openedAt) >= Date.parse(asked.from)

const find = async (asked: FaceAsked, signal: AbortSignal): Promise<{ newest: Check | undefined }> => {
  const { items } = await mine().faceChecks.list({ signal }).page()
  const newest = items.find((check) => isOf(asked, check))
  return { newest: newest && (await readNow(newest, signal)) }
}

/** The last confirmation by face of exactly that, followed while it is open; `spend`: it confirms nothing more. Nothing is asked for where none is offered. */
export const useFace = (asked: FaceAsked, terms: FaceTerms) => {
  const [spent, spend] = useState<string>()
  const used = useResource(
    `face of ${asked.action}`,
    async (signal) => (terms.offered ? find(asked, signal) : { newest: undefined }),
    { polls: ({ newest }) => newest !== undefined && isOpen(newest) },
  )
  const found = used.known.is === 'ok' ? used.known.value.newest : undefined
  const newest = found?.id === spent ? undefined : found
  return { used, newest, confirmed: newest?.status === 'confirmed' ? newest : undefined, spend }
}
