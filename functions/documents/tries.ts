/** How many photos may fail before a person looks instead. What our side or a vendor failed counts as none. */
export const MOST_FAILURES = 3

/** What comes next after so many photos that could not be used. */
export const nextAfter = (failures: number): 'again' | 'review' => (failures < MOST_FAILURES ? 'again' : 'review')
