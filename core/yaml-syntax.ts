/** Says in plain words where a text stops being YAML: nobody at a front desk knows what a block mapping is. */
import { type Document, isAlias, isCollection, isScalar, visit, type YAMLError } from 'yaml'

/** `offset` is the place in the text, in characters from 0. */
export type SyntaxProblem = { readonly offset: number; readonly message: string }

/** What is wrong with the writing itself; nothing when it can be read. */
export function syntaxProblems(document: Document.Parsed): readonly SyntaxProblem[] {
  // What follows the first error follows from it, and would only send people to the wrong line.
  const errors = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0])
  const [first] = errors
  if (first === undefined) return references(document)
  if (first.code === 'MISSING_CHAR' && first.message.includes('quote')) {
    return [
      {
        offset: lastQuote(document) ?? first.pos[0],
        message:
          'The quote that begins here is not closed. Put the same sign behind the last word, or take this one out.',
      },
    ]
  }
  const isUneven = errors.some((error) => error.code === 'MULTILINE_IMPLICIT_KEY')
  return [{ offset: first.pos[0], message: isUneven ? uneven : explain(first) }]
}

const uneven =
  'This line and the next do not fit together. Write "name: value" in each, and move in all lines of a group equally.'

function explain({ code, message }: YAMLError): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'This name is given twice in the same group. Keep one of them.'
    case 'TAB_AS_INDENT':
      return 'This line begins with a tab. Use spaces.'
    case 'MISSING_CHAR':
      return message.includes('map values')
        ? 'This line needs the form "name: value", with a colon and a space.'
        : 'A comma, colon, dash or space is missing here.'
    case 'BAD_INDENT':
      return 'This line is not moved in as far as the others of its group, or a bracket before it is not closed.'
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'There are two colons in this line. Put the text after the first one in quotes.'
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS':
    case 'TAG_RESOLVE_FAILED':
      return 'This value begins with a special sign. Put the whole value in quotes.'
    case 'MULTIPLE_DOCS':
      return 'A line with only "---" begins a second file here. Remove it.'
    case 'RESOURCE_EXHAUSTION':
      return 'Groups are nested far too deeply here.'
    default:
      return 'This does not belong here. If it is part of a text, put the whole text in quotes.'
  }
}

// References (`*name`) could multiply a small file into gigabytes; here they are nearly always emphasis.
function references(document: Document.Parsed): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = []
  const refuse = (offset: number | undefined, sign: string): void => {
    problems.push({ offset: offset ?? 0, message: `A value that begins with ${sign} needs quotes around it.` })
  }
  visit(document, (_, node) => {
    if (isAlias(node)) refuse(node.range?.[0], '*')
    else if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) refuse(node.range?.[0], '&')
  })
  return problems
}

// The parser notices an open quote only at the end of the file.
function lastQuote(document: Document.Parsed): number | undefined {
  let offset: number | undefined
  visit(document, {
    Scalar: (_, node) => {
      if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') offset = node.range?.[0]
    },
  })
  return offset
}
