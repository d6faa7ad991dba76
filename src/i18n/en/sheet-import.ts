import type { Translation } from '../translate.js';
import type { sheetImportVi } from '../vi/sheet-import.js';

export const sheetImportEn: Translation<typeof sheetImportVi> = {
  'sheet.problem.empty': 'The file is empty.',
  'sheet.problem.too-large':
    'The file is larger than {limit} MB and cannot be read. Take pictures out of it, or divide it.',
  'sheet.problem.not-a-sheet': 'This file is no spreadsheet. Choose an Excel file (.xlsx) or CSV.',
  'sheet.problem.web-page':
    'This file is a web page that is named like a spreadsheet. Open it in Excel and save it as .xlsx.',
  'sheet.problem.older-excel':
    'The file has a format of Excel from before 1997. Open it in Excel and save it as .xlsx.',
  'sheet.problem.binary-excel':
    'The file has the binary format of Excel (.xlsb). Open it in Excel and save it as .xlsx.',
  'sheet.problem.open-document': 'The file has the format of OpenDocument (.ods). Save it as .xlsx or CSV.',
  'sheet.problem.password':
    'The file has a password and cannot be read. Open it in Excel, take the password away and save it.',
  'sheet.problem.damaged':
    'The file is damaged or was not fetched to its end. Open it in Excel to check it, save it and choose it again.',
  'sheet.problem.bomb':
    'What is packed in the file is unusually large; it is not read, to protect this device. Check where it comes from.',
  'sheet.problem.too-many-rows':
    'The file has more than {limit} rows, or too many cells. Divide it, one file a year.',
  'sheet.problem.no-sheet':
    'No sheet of the file is visible. Open it in Excel, unhide the sheet that you need and save it.',
  'sheet.problem.quote-open':
    'The quotation mark that opens in line {line} is never closed. Correct the line and choose the file again.',
  'sheet.problem.line-too-long':
    'Line {line} is unusually long. Check the line breaks of the file and choose it again.',
  'sheet.note.other-type':
    'The name of the file says another format; its content is {type} and was read as such.',
  'sheet.note.macros': 'The file holds macros. They are neither read nor run.',
  'sheet.note.hidden-sheets': {
    one: '{n} sheet is hidden and was not taken: {names}.',
    other: '{n} sheets are hidden and were not taken: {names}.',
  },
  'sheet.note.old-excel':
    'An old Excel file (.xls): the values of its cells were read; which of them are formulas, and which rows or sheets are hidden, is not known. Look closely at what was read.',
  'sheet.note.hidden-rows': {
    one: '{n} row is hidden; it is read, and marked.',
    other: '{n} rows are hidden; they are read, and marked.',
  },
  'sheet.note.hidden-columns': {
    one: '{n} column is hidden; it is read.',
    other: '{n} columns are hidden; they are read.',
  },
  'sheet.note.formulas': {
    one: '{n} cell is a formula. The result saved in the file is taken and not computed anew; look at the marked line.',
    other:
      '{n} cells are formulas. The results saved in the file are taken and not computed anew; look at the marked lines.',
  },
  'sheet.note.merged': {
    one: '{n} area of cells is merged; the lines concerned are marked.',
    other: '{n} areas of cells are merged; the lines concerned are marked.',
  },
  'sheet.note.from-1904': 'The file counts its dates from 1904; they were read that way.',
  'sheet.note.columns-left-out': 'Columns far to the right hold something that was not taken.',
  'sheet.note.windows-1258':
    'The letters of the file were read as Windows-1258. Where they look wrong, choose another encoding.',
  'sheet.note.tcvn3':
    'The letters of the file were typed for old fonts of the TCVN3 kind (ABC, .Vn…) and are now Unicode. Where they look wrong, choose how they were typed.',
  'sheet.note.vni':
    'The letters of the file were typed for old fonts of the VNI kind (VNI-…) and are now Unicode. Where they look wrong, choose how they were typed.',
  'sheet.note.broken-letters': {
    one: '{n} character of the file cannot be read. Where letters look wrong, choose another encoding.',
    other: '{n} characters of the file cannot be read. Where letters look wrong, choose another encoding.',
  },
  'sheet.doing.reading': 'Reading the file…',
  'sheet.doing.planning': 'Looking at every row…',
  'sheet.doing.last': 'Saving. This step can no longer be stopped.',
  'sheet.settings': 'How it is read',
  'sheet.name': 'Sheet',
  'sheet.name.hidden': '{name} (hidden)',
  'sheet.encoding': 'Encoding of the file',
  'sheet.encoding.utf-8': 'UTF-8',
  'sheet.encoding.utf-16le': 'UTF-16',
  'sheet.encoding.utf-16be': 'UTF-16 (reverse order)',
  'sheet.encoding.windows-1258': 'Windows-1258',
  'sheet.encoding.windows-1252': 'Windows-1252',
  'sheet.letters': 'How letters were typed',
  'sheet.letters.unicode': 'Unicode',
  'sheet.letters.tcvn3': 'TCVN3 (ABC)',
  'sheet.letters.vni': 'VNI',
  'sheet.columns': 'What each column means',
  'sheet.columns.hint': 'Row of titles: {line}. Correct what is not right.',
  'sheet.columns.others': 'Other columns ({n})',
  'sheet.column': 'Column {letter}',
  'sheet.column.titled': 'Column {letter}: {title}',
  'sheet.column.sample': 'For example: {text}',
  'sheet.preview': 'What was read',
  'sheet.list': 'Rows listed',
  'sheet.list.ask': 'To be answered ({n})',
  'sheet.list.stop': 'Cannot be taken ({n})',
  'sheet.list.look': 'To be looked at ({n})',
  'sheet.list.all': 'All ({n})',
  'sheet.list.empty': 'There are none.',
  'sheet.list.page': 'Rows {from}–{to} of {all}',
  'sheet.list.before': 'Previous page',
  'sheet.list.next': 'Next page',
  'sheet.line': 'Row {line}',
  'sheet.line.reason': 'Row {line}: {reason}',
  'sheet.where': 'Column “{title}”: {reason}',
  'sheet.state.ready': 'Clear',
  'sheet.state.look': 'Look at it',
  'sheet.state.ask': 'To be answered',
  'sheet.state.same': 'Unchanged',
  'sheet.state.stop': 'Cannot be taken',
  'sheet.skipped': 'Row {line}: {text}',
  'sheet.leave-out': {
    one: 'Leave out the {n} row that cannot be taken and import the others',
    other: 'Leave out the {n} rows that cannot be taken and import the others',
  },
};
