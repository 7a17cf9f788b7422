using System.Collections.Immutable;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.Refusals.RefusalCase;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Refusals;

internal static class IssuanceRefusals
{
    private static readonly DecisionId NewDecision = new("TH-2024-01-15");
    private static readonly DateOnly Decided = new(2024, 1, 15);

    public static IEnumerable<RefusalCase> All =>
    [
        Of(2001, "a decision is about a project nobody registered", w => Record(w, Line() with { Project = new ProjectReference("TH999") })),
        Of(2002, "a project is registered again under another title", w => Command(w, w.Japan, new RegisterProject(Project(Th901) with { Title = "Other" }))),
        Of(2003, "a decision is of another pair", w => Command(w, w.Japan, new RecordDecision(Decision(Line()) with { Registry = new BilateralRegistryId(Jpn, Mng) }))),
        Of(2003, "a decision notice is of another pair", w => Message(w, w.Japan, new DecisionNotice(Decision(Line()) with { Registry = new BilateralRegistryId(Jpn, Mng) }))),
        Of(2004, "a decision is recorded again with another total", w => Command(w, w.Japan, new RecordDecision(Changed901))),
        Of(2004, "a decision is notified again with another total", w => Objection(w, w.Japan, new DecisionNotice(Changed901))),
        Of(2005, "a line names one side", w => Record(w, Line() with { Sides = [Side(Jpn, 10, 2023)] })),
        Of(2005, "a line names a side twice", w => Record(w, Line() with { Sides = [Side(Jpn, 5, 2023), Side(Jpn, 5, 2023)] })),
        Of(2005, "a line names a stranger", w => Record(w, Line() with { Sides = [Side(Jpn, 5, 2023), Side(Mng, 5, 2023)] })),
        Of(2005, "a leg is issued for a stranger", w => Issue(w, New(Tha), new LegPosting(Account(Tha, 101), new Vintage(2023), new UnitQuantity(4), Tha), new LegPosting(Account(Tha, 4), new Vintage(2023), new UnitQuantity(1), Mng))),
        Of(2006, "the sides do not sum to the total", w => Record(w, Line() with { Total = new UnitQuantity(11) })),
        Of(2007, "the postings do not sum to the side", w => Record(w, Line() with { Sides = [Side(Tha, 4, 2023), Side(Jpn, 6, 2023) with { Postings = Side(Jpn, 5, 2023).Postings }] })),
        Of(2008, "a period ends before it starts", w => Record(w, Line() with { Period = new MonitoringPeriod(new DateOnly(2023, 12, 31), new DateOnly(2023, 1, 1)) })),
        Of(2009, "a period overlaps one of an earlier decision", w => Record(w, Line() with { Project = Th901, Period = Period(2021, 2023) })),
        Of(2009, "two lines of one decision overlap", w => Record(w, Line(), Line() with { LineId = "TH902-2" })),
        Of(2010, "a vintage has no day in the period", w => Record(w, Line() with { Period = Period(2022, 2022) })),
        Of(2011, "a leg of an unknown decision is issued", w => Command(w, w.Partner, Leg(NewDecision, "TH901", Tha, 4))),
        Of(2012, "a leg of an unknown line is issued", w => Command(w, w.Partner, Leg(Decision901, "TH902", Tha, 4))),
        Of(2012, "an acquisition of an unknown line is recorded", w => Command(w, w.Japan, new Domain.Transfers.RecordAcquisition(Decision901, "TH902", Account(Jpn, 101), null))),
        Of(2013, "a leg is issued twice", w => Command(w, w.Partner, Leg(Decision902, "TH902", Tha, 60, 2019))),
        Of(2013, "the partner issues a leg twice", w => Objection(w, w.Japan, new LegNotice(Decision902, "TH902", Th902, null,
            [new IssuedBlock(new SerialRange("THA-JPN-TH902-2019-", 1, 61), new Vintage(2019), Account(Tha, 101), Tha)]))),
        Of(2014, "a side that was notified zero issues", w => Issue(w, Decision(Line(toThailand: 0)), Posting(Tha, 0))),
        Of(2014, "a leg without units is issued where the partner issues everything", w => Issue(w, Decision(Line(0, 0)) with { DecidedOn = new DateOnly(2025, 6, 1) }, Posting(Tha, 0))),
        Of(2014, "an acquisition is recorded where zero was notified", w => Command(w, w.Japan, new Domain.Transfers.RecordAcquisition(Decision901, "TH901", Account(Jpn, 101), null))),
        Of(2015, "a leg is issued before the decision", w => Command(w.Do(w.Partner, new RecordDecision(New(Tha))), w.Partner, Leg(NewDecision, "TH902", Tha, 4) with { IssuedOn = Decided.AddDays(-1) })),
        Of(2016, "one unit too few is issued", w => Issue(w, New(Tha), Posting(Tha, 3))),
        Of(2016, "the units are issued with another vintage", w => Issue(w, New(Tha), Posting(Tha, 4) with { Vintage = new Vintage(2024) })),
        Of(2016, "units of the partner are issued although each side issues its own", w => Issue(w, New(Tha), Posting(Tha, 4), Posting(Jpn, 6) with { Account = Account(Tha, 4) })),
        Of(2017, "Japan issues where the partner issues everything", w => Command(w, w.Japan, Leg(Decision901, "TH901", Jpn, 0, 2021))),
        Of(2018, "two lines have one id", w => Record(w, Line(), Line())),
        Of(2018, "a line id has a slash", w => Record(w, Line() with { LineId = "A/B" })),
        Of(2018, "a line id is too long", w => Record(w, Line() with { LineId = new string('A', 33) })),
        Of(2018, "a leg notice has a line id with a slash", w => Message(w, w.Japan, new LegNotice(NewDecision, "A/B", Th902, null, []))),
        Of(2019, "a decision of the partner has 1,001 lines", w => Message(w, w.Japan, new DecisionNotice(Decision([.. Enumerable.Range(0, 1_001).Select(i => Line() with { LineId = $"L{i}" })])))),
        Of(2019, "a decision has 1,001 lines", w => Record(w, [.. Enumerable.Range(0, 1_001).Select(i => Line() with { LineId = $"L{i}", Period = null })])),
        Of(2019, "a side has 1,001 postings", w => Record(w, Line() with { Sides = [Side(Tha, 4, 2023), Many] })),
        Of(2019, "a decision has more postings than fit one message", w => Record(w, [.. Enumerable.Range(0, 11).Select(i => Line() with
        {
            LineId = $"L{i}", Period = null, Sides = [Side(Tha, 4, 2023), Many with { Postings = Many.Postings[..1_000] }],
        })])),
        Of(2019, "a project has 51 sectors", w => Command(w, w.Japan, new RegisterProject(Project(new("TH777")) with { Sectors = [.. Enumerable.Repeat("Energy generation", 51)] }))),
        Of(1015, "the holder of a posting has 201 characters", w => Record(w, Line() with { Sides = [Side(Tha, 4, 2023), new SideNotification(Jpn, new UnitQuantity(6),
            [new NotifiedPosting(new string('x', 201), new Vintage(2023), new UnitQuantity(6))])] })),
        Of(1015, "the title of a project has 1,001 characters", w => Command(w, w.Japan, new RegisterProject(Project(new("TH777")) with { Title = new string('x', 1_001) }))),
        Of(2019, "a leg has 1,001 postings", w => Issue(w, New(Tha), [.. Enumerable.Repeat(Posting(Tha, 0), 1_001)])),
        Of(2019, "a leg notice has 1,001 runs", w => Message(w, w.Japan, new LegNotice(NewDecision, "A", Th902, null, [.. Enumerable.Repeat(new IssuedBlock(Serials901(1, 1), new Vintage(2023), Account(Tha, 1), Tha), 1_001)]))),
        Of(2019, "the serial numbers do not suffice", w => Issue(w, Decision(Line(toThailand: SerialRange.NumberMax + 1)), Posting(Tha, SerialRange.NumberMax + 1))),
        Of(2020, "units for Japan are issued into another kind of account", w =>
        {
            var sides = Flows.Th014Decided();
            return Command(sides, sides.Partner, new IssueLeg(Flows.Decision014, "TH014", null,
            [
                new LegPosting(Account(Tha, 1), new Vintage(2021), new UnitQuantity(1_008), Tha),
                new LegPosting(Account(Tha, 1), new Vintage(2021), new UnitQuantity(1_009), Jpn),
            ]));
        }),
    ];

    private static JcDecision Changed901 => Sample.Decision(Decision901, Tha, new DateOnly(2025, 5, 15), Sample.Line(Th901, Period(2021, 2021), Tha, 10_001, 0, 2021));

    private static SideNotification Many => Side(Jpn, 6, 2023) with { Postings = [.. Enumerable.Repeat(Side(Jpn, 0, 2023).Postings[0], 1_001)] };

    private static NotifiedLine Line(long toThailand = 4, long toJapan = 6) => Sample.Line(Th902, Period(2023, 2023), Tha, toThailand, toJapan, 2023);

    private static JcDecision Decision(params ImmutableArray<NotifiedLine> lines) => Sample.Decision(NewDecision, Tha, Decided, lines);

    private static JcDecision New(PartyCode partner) => Sample.Decision(NewDecision, partner, Decided, Line());

    private static LegPosting Posting(PartyCode side, long tonnes) => new(Account(side, 101), new Vintage(2023), new UnitQuantity(tonnes), side);

    private static IssueLeg Leg(DecisionId decision, string line, PartyCode side, long tonnes, int vintage = 2023) =>
        new(decision, line, null, [new LegPosting(Account(side, 101), new Vintage(vintage), new UnitQuantity(tonnes), side)]);

    private static Domain.Refusals.Refusal Record(TwoSides sides, params ImmutableArray<NotifiedLine> lines) => Command(sides, sides.Japan, new RecordDecision(Decision(lines)));

    private static Domain.Refusals.Refusal Issue(TwoSides sides, JcDecision decision, params ImmutableArray<LegPosting> postings) =>
        Command(sides.Do(sides.Partner, new RecordDecision(decision)), sides.Partner, new IssueLeg(decision.Id, "TH902", null, postings));
}
