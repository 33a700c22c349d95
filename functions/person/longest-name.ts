/** With spaces and invisible characters, in UTF-16 units; what is longer is no name, and is not looked into. Apart from the rules of names, whose tables no route needs. */
export const LONGEST_TYPED_NAME = 200
