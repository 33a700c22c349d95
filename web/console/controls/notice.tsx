import { useEffect, useSyncExternalStore } from 'react'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { usePlace } from '../../shared/router/page.tsx'
import { type Store, store } from '../../shared/store.ts'
import { commonTexts } from '../../shared/texts/common.ts'

/** What was done, or why it was not, or what else there is to know. */
type Notice = { tone: 'good' | 'info' | 'warn'; text: string }

const notice: Store<(Notice & { moves: number }) | undefined> = store<(Notice & { moves: number }) | undefined>(
  undefined,
)

let movesNow = 0

/** Says it at the top of the page that is shown, and read out, until the operator goes on: over another case it would be of that. */
export const say = (told: Notice): void => notice.set({ ...told, moves: movesNow })

/** Where it is said. */
export const Notices = () => {
  const { moves } = usePlace()
  const common = useTexts(commonTexts)
  const told = useSyncExternalStore(notice.subscribe, notice.get)
  useEffect(() => {
    movesNow = moves
    const now = notice.get()
    if (now && moves > now.moves) notice.set(undefined)
  }, [moves])
  return (
    <Status>
      {told && (
        <Banner
          tone={told.tone}
          action={
            <button type="button" className="button button-plain" onClick={() => notice.set(undefined)}>
              {common.close}
            </button>
          }
        >
          <p>{told.text}</p>
        </Banner>
      )}
    </Status>
  )
}
