import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

type QuestionProps = {
  title: string
  /** What follows from a yes. */
  more: string
  yes: string
  no: string
  /** Why the last yes led to nothing. */
  failed?: string | undefined
  onYes: () => Promise<void>
  onClose: () => void
}

/** Asks before something is done that cannot be undone. */
export const Question = ({ title, more, yes, no, failed, onYes, onClose }: QuestionProps) => (
  <Dialog title={title} onClose={onClose}>
    <p>{more}</p>
    {failed !== undefined && <p role="alert">{failed}</p>}
    <div className="row">
      <Button kind="danger" onPress={onYes}>
        {yes}
      </Button>
      <Button onPress={onClose}>{no}</Button>
    </div>
  </Dialog>
)
