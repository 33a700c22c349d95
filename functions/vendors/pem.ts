/** What to put where a key or certificate cannot be read; consoles give the base64 alone, on one line. */
export const PEM = 'PEM: the base64 in lines of 64 between a first and a last line of -----; not the bare base64'
