/** How banks name the columns of their CSV. The better names are first: the day of booking is before that of value. */
import type { CsvField } from '../domain/csv-fields.ts';

export const BANK_COLUMNS: readonly CsvField[] = [
  {
    at: 'bookingDate',
    as: 'day',
    names: `bookeddate bookedon postingdate posteddate dateposted completeddate datecompleted dateprocessed
    buchungstag buchungsdatum buchung datecomptable datedecomptabilisation dateop fechacontable datacontabile
    boekdatum boekingsdatum bokforingsdag bokforingsdatum bokfort bogforingsdato bogfort kirjauspaiva
    datumzauctovani dataksiegowania dataoperacji datalancamento datamovimento transactiondate transdate
    transactiedatum datumverrichting dateoperation datedoperation datumprovedeni tranzakciodatuma fechaoperacion
    fecha dataoperazione data datum dato date dateutc day created valuedate valutadatum wertstellung finishedon
    거래일 거래일시 거래일자`,
  },
  {
    at: 'currency',
    names: `currencycode accountcurrency paymentcurrency transactioncurrency ccy wahrung waehrung
    buchungswahrung devise moneda divisa munt muntsoort moeda menauctu tranzakciodevizaneme devizanem 통화`,
  },
  {
    at: 'totalAmount',
    as: 'amount',
    names: `amount transactionamount accountamount betrag buchungsbetrag umsatz umsatzbetrag montant montantoperation
    importe importo bedrag transactiebedrag valor belopp belob kwota castka zauctovanacastka tranzakcioosszege
    maara summa net netto neto`,
  },
  {
    at: 'credit',
    as: 'amount',
    names: `credits creditamount deposit deposits depositamount depositamt paidin moneyin inflow in haben gutschrift
    crediteuros abono abonos haber entrate accrediti avere bij entree credito 입금 입금액 입금금액`,
  },
  {
    at: 'debit',
    as: 'amount',
    names: `debits debitamount withdrawal withdrawals withdrawalamount withdrawalamt paidout moneyout outflow out soll
    lastschrift belastung debiteuros cargo cargos debe uscite addebiti dare af sortie debito debet 출금 출금액 출금금액`,
  },
  {
    at: 'balance',
    as: 'amount',
    names: `runningbalance runningbal accountbalance balanceafter balanceaftertransaction closingbalance saldo
    saldonachbuchung saldonabuchung saldonatrn kontostand solde ledgerbalance egyenleg zustatek 잔액 거래후잔액`,
  },
  {
    at: 'account',
    names: `accountnumber accountiban auftragskonto ibanauftragskonto kontonummer eigeniban rekening
    rekeningnummer compte cuenta conto ibanbban konto 계좌번호`,
  },
  {
    at: 'name',
    names: `payername counterparty counterpartyname payer payee sender from merchant partner partnername
    namezahlungsbeteiligter beguenstigterzahlungspflichtiger begunstigterzahlungspflichtiger
    begunstigterauftraggeber empfangerzahlungspflichtiger auftraggeberempfanger auftraggeberbegunstigter
    zahlungspflichtiger zahlungspflichtige empfanger auftraggeber naamtegenpartij naamomschrijving tegenpartij naam
    nom ordenante avsandare counteraccountname nazevprotiuctu partnerneve 보낸분 의뢰인`,
  },
  {
    at: 'bankReference',
    names: `transactionid transferwiseid entryreference uniqueid fitid id transactionreference
    transactiereferentie archivreferenz transaktionsnr idtransakce transactionreferencenumber`,
  },
  {
    at: 'payerReference',
    names: `reference paymentreference customerreference endtoendid endtoendreference
    kundenreferenz kundenreferenzendtoend betalingskenmerk`,
  },
  { at: 'status', names: 'state umsatzstatus bookingstatus info' },
];

/** Banks spread what payers write over several columns. */
export const TEXT =
  /^(?:transaction|payment|vorgang|bank)?(?:desc(?:ription|ripcion|rizione|ricao)|purpose|memo|notes?|message|narrati(?:ve|on)|details|remittance|label|verwendungszweck|(?:buchungs|avisierungs)?text|beschreibung|beskrivelse|libelle|concepto|causale|historico|omschrijving|mededeling(?:en)?|toelichting|texte|tekst|meddelande|viesti|opisoperacji|tytul|zprava|poznamka|messageforpayee|kozlemeny|적요|내용|거래내용)\d?$/;

export const NOT_BOOKED =
  /pending|declin|fail|revert|cancel|reject|vorgemerkt|offen|ausstehend|pendiente/i;
export const DEBIT = /^(?:d|dr|dbit|debit|withdrawal|s|soll|af|out|outflow|expense|[-−])$/i;
export const CREDIT = /^(?:c|cr|crdt|credit|deposit|h|haben|bij|in|inflow|income|\+)$/i;

/** In a debit's text: the bank takes back what it credited before. */
export const TAKEN_BACK =
  /\b(?:r(?:ü|ue)ck(?:buchung|lastschrift|gabe|ruf)|storno|stornierung|reversal|reversed|charge-?back|dishonou?red|impay[ée]|rejet|contre-?passation|devoluci[oó]n|insoluto|terugboeking|stornering)/i;
