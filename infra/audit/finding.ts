/** What can be wrong. */
export type Fault =
  | 'record_changed'
  | 'record_missing'
  | 'record_inserted'
  | 'record_misplaced'
  | 'record_ahead'
  | 'chain_broken'
  | 'head_missing'
  | 'head_differs'
  | 'tail_cut'
  | 'subject_removed'
  | 'entry_missing'
  | 'entry_inserted'
  | 'root_missing'
  | 'root_changed'
  | 'root_replaced'
  | 'root_unsigned'
  | 'root_not_noted'
  | 'leaves_changed'
  | 'key_unreadable'
  | 'unknown_item'

/** One thing that is wrong: what, where, and since when that must be so, in words. */
export type Finding = { fault: Fault; where: string; since: string; words: string }
