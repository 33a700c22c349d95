import type { Answer, Application } from 'shiming-client'
import { mine } from '../../../shared/service.ts'
import { useResource } from '../../../shared/state/use-resource.ts'
import { type Check, isOpen, readNow } from '../../face/check.ts'

type FaceTerms = Answer<'GET /v1/face-terms'>

/** Whether a confirmation by face is about exactly this change of name, and was begun since it was sent in. */
const isOf = ({ faceAction, submittedAt, createdAt }: Application, { action, openedAt }: Check): boolean =>
  action === faceAction && Date.parse(openedAt) >= Date.parse(submittedAt ?? createdAt)

const find = async (of: Application, signal: AbortSignal): Promise<{ newest: Check | undefined }> => {
  const { items } = await mine().faceChecks.list({ signal }).page()
  const newest = items.find((check) => isOf(of, check))
  return { newest: newest && (await readNow(newest, signal)) }
}

/** The last confirmation by face of this change of name, followed while it is open. Nothing is asked for where none is offered. */
export const useFace = (of: Application, terms: FaceTerms) => {
  const used = useResource(
    `face of ${of.faceAction}`,
    async (signal) => (terms.offered ? find(of, signal) : { newest: undefined }),
    { polls: ({ newest }) => newest !== undefined && isOpen(newest) },
  )
  const newest = used.known.is === 'ok' ? used.known.value.newest : undefined
  return { used, newest, confirmed: newest?.status === 'confirmed' ? newest : undefined }
}
