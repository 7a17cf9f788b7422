namespace JcmInterop.Reporting.Imports;

/// <summary>What is wrong with an import file or its header as a whole.</summary>
internal static class FileProblem
{
    public static ImportProblem Empty { get; } = ImportProblem.Of(
        "The file is empty.", "ファイルが空です。",
        "Choose a file with a header line and rows.", "見出し行とデータ行のあるファイルを選んでください。");

    public static ImportProblem NoRows { get; } = ImportProblem.Of(
        "The file has a header and no row.", "見出し行だけで、データ行がありません。",
        "Add the rows, or leave the file out.", "データ行を追加するか、ファイルを取り込まないでください。");

    public static ImportProblem TooLarge(long bytes, long bytesMax) => ImportProblem.Of(
        $"The file has {bytes} bytes; the limit is {bytesMax}.", $"ファイルが {bytes} バイトで、上限 {bytesMax} バイトを超えています。",
        "Split it into several files.", "複数のファイルに分けてください。");

    public static ImportProblem TooManyRows { get; } = MoreThan(ImportLimits.RowsMax);

    public static ImportProblem MoreThan(int rowsMax) => ImportProblem.Of(
        $"The file has more than {rowsMax} rows.", $"データ行が上限 {rowsMax} 行を超えています。",
        "Split it into several files.", "複数のファイルに分けてください。");

    public static ImportProblem NotShiftJis { get; } = ImportProblem.Of(
        "The mapping says Shift-JIS, and the bytes are those of UTF-8.", "対応表では Shift-JIS ですが、ファイルは UTF-8 のようです。",
        "Write \"encoding\": \"utf-8\" in the mapping.", "対応表に \"encoding\": \"utf-8\" と記入してください。");

    public static ImportProblem NotAnyShiftJis { get; } = ImportProblem.Of(
        "The file is not Shift-JIS: a byte is not part of any character.", "ファイルが Shift-JIS ではありません（文字にならないバイトがあります）。",
        "Save it again as CSV, and name its encoding in the mapping.", "CSV で保存し直し、対応表に文字コードを記入してください。");

    public static ImportProblem NulByte { get; } = ImportProblem.Of(
        "The file has a NUL byte, so it is not text or it is damaged.", "NUL バイトが含まれており、テキストでないか、壊れています。",
        "Save it again as CSV in UTF-8.", "CSV（UTF-8）で保存し直してください。");

    public static ImportProblem Utf16 { get; } = ImportProblem.Of(
        "The file is in UTF-16.", "ファイルの文字コードが UTF-16 です。",
        "Save it again as CSV in UTF-8; in Excel: CSV UTF-8 (Comma delimited).", "CSV（UTF-8）で保存し直してください。Excel では「CSV UTF-8（コンマ区切り）」を選びます。");

    public static ImportProblem ShiftJis { get; } = ImportProblem.Of(
        "The file is not UTF-8; its bytes are those of Shift-JIS.", "ファイルが UTF-8 ではなく、Shift-JIS のようです。",
        "Save it again as CSV in UTF-8; in Excel: CSV UTF-8 (Comma delimited).", "CSV（UTF-8）で保存し直してください。Excel では「CSV UTF-8（コンマ区切り）」を選びます。");

    public static ImportProblem NotUtf8 { get; } = ImportProblem.Of(
        "The file is not UTF-8: a byte is not part of any character.", "ファイルが UTF-8 ではありません（文字にならないバイトがあります）。",
        "Save it again as CSV in UTF-8; in Excel: CSV UTF-8 (Comma delimited).", "CSV（UTF-8）で保存し直してください。Excel では「CSV UTF-8（コンマ区切り）」を選びます。");

    public static ImportProblem Quotation { get; } = ImportProblem.Of(
        "A quotation mark is not closed, or stands inside a cell without being doubled.", "引用符が閉じていないか、セルの中で二重になっていません。",
        "Close it, or write it twice inside a quoted cell.", "引用符を閉じるか、引用符で囲んだセルの中では二つ続けて書いてください。");

    public static ImportProblem Separator(string found, string foundJapanese) => ImportProblem.Of(
        $"The columns seem to be parted by {found}.", $"列の区切りが{foundJapanese}のようです。",
        "Part them by commas.", "コンマで区切ってください。");

    public static ImportProblem MissingColumn(string? similar) => similar is null
        ? ImportProblem.Of("The column is missing.", "列がありません。", "Add it to the header and give every row a value.", "見出しに追加し、すべての行に値を入力してください。")
        : ImportProblem.Of(
            $"The column is missing; '{similar}' looks like it.", $"列がありません。「{similar}」がこの列のようです。",
            "Write the name exactly as the column is called.", "列名を正確に入力してください。");

    public static ImportProblem ExtraColumn { get; } = ImportProblem.Of(
        "The column is not part of this form.", "この様式にない列です。",
        "Remove it, or correct its name.", "削除するか、列名を訂正してください。");

    public static ImportProblem RepeatedColumn { get; } = ImportProblem.Of(
        "The column is there twice.", "同じ列が二つあります。",
        "Keep one of the two.", "どちらか一方だけを残してください。");

    public static ImportProblem CellCount(int cells, int columns) => ImportProblem.Of(
        $"The row has {cells} cells, the header {columns} columns.", $"この行のセルは {cells} 個ですが、見出しの列は {columns} 個です。",
        "Quote cells that contain a comma, and keep empty cells.", "コンマを含むセルは引用符で囲み、空のセルも残してください。");
}
